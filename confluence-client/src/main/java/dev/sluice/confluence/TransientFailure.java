package dev.sluice.confluence;

import java.time.Duration;

/** A request failed in a way that trying again can mend. Never leaves the package: it ends as its cause. */
final class TransientFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as the next try depends on it. */
    enum Kind {
        /** Asked too much: everyone waits. */
        THROTTLED,
        /** No usable answer, or half of one. */
        BROKEN,
        /** A login page instead of an answer: one node may have lost the session, but hardly two in a row. */
        SIGNED_OUT
    }

    private final Kind kind;
    private final Duration minimumWait;
    private final ConfluenceException outcome;

    /**
     * @param minimumWait what the site asked for; zero when it did not
     * @param outcome what to throw when trying again does not help
     */
    TransientFailure(Kind kind, Duration minimumWait, ConfluenceException outcome) {
        super(outcome);
        this.kind = kind;
        this.minimumWait = minimumWait;
        this.outcome = outcome;
    }

    static TransientFailure broken(ConfluenceException outcome) {
        return new TransientFailure(Kind.BROKEN, Duration.ZERO, outcome);
    }

    Kind kind() {
        return kind;
    }

    Duration minimumWait() {
        return minimumWait;
    }

    ConfluenceException outcome() {
        return outcome;
    }
}
