package dev.sluice.simulator.http;

import java.util.Optional;

/** Numbers in addresses. */
public final class Numbers {

    private Numbers() {}

    /** A whole number that is not negative; empty for anything else. */
    public static Optional<Long> parse(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
