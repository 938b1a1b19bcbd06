package dev.sluice.confluence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Time as a client sees it: what it is, how to let it pass, and chance to spread waits. */
record Timing(InstantSource clock, Sleeper sleeper, RandomGenerator random) {

    private static final Duration LONGEST_PROLONGATION = Duration.ofSeconds(15);

    /** Lets time pass. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    static Timing system() {
        return new Timing(InstantSource.system(), Thread::sleep, new Random());
    }

    /** The duration times a random factor between 0.7 and 1.3. */
    Duration jittered(Duration duration) {
        return scaled(duration, random.nextDouble(0.7, 1.3));
    }

    /** The duration or up to 30 % more, but not much more than a long wait: for a wait that is a minimum. */
    Duration prolonged(Duration duration) {
        Duration longest = duration.plus(LONGEST_PROLONGATION);
        Duration prolonged = scaled(duration, random.nextDouble(1.0, 1.3));
        return prolonged.compareTo(longest) > 0 ? longest : prolonged;
    }

    void sleep(Duration duration) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** What to throw when the thread is told to stop; the thread stays interrupted. */
    static ConfluenceException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ConfluenceException(
                ConfluenceException.Category.UNAVAILABLE,
                "Stopped while talking to Confluence; run again to go on.",
                e);
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
