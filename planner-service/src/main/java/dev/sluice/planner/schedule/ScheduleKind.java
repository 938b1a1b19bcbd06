package dev.sluice.planner.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a schedule starts. */
public enum ScheduleKind {
    /** A run that lists everything. */
    FULL,
    /** A run that asks only for what is new. */
    QUICK;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link IllegalArgumentException} when there is no such kind. */
    public static ScheduleKind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A schedule is full or quick."));
    }
}
