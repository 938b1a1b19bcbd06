package dev.sluice.confluence.limit;

import java.time.Duration;
import java.time.Instant;

/** A time during which a site is not asked for anything, and why. */
public record Pause(Instant until, Reason reason) {

    /** No pause at all. */
    public static final Pause NONE = new Pause(Instant.EPOCH, Reason.RATE_LIMIT);

    /** Why nobody asks. */
    public enum Reason {
        /** Too many requests in a short time. */
        RATE_LIMIT("rate limit"),
        /** The allowance of an hour or so is used up. */
        QUOTA("quota used up"),
        /** The server is overloaded or in maintenance and said for how long. */
        UNAVAILABLE("server asks to come back later");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What is left of it; zero when it is over. */
    public Duration left(Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** The one of the two that ends later. */
    public Pause orLater(Pause other) {
        return other.until.isAfter(until) ? other : this;
    }
}
