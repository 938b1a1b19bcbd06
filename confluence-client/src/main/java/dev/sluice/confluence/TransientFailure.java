package dev.sluice.confluence;

import org.jspecify.annotations.Nullable;

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
    private final AskedWait wait;
    private final @Nullable String host;
    private final ConfluenceException outcome;

    /**
     * @param wait what the site asked for
     * @param outcome what to throw when trying again does not help
     */
    TransientFailure(Kind kind, AskedWait wait, ConfluenceException outcome) {
        this(kind, wait, null, outcome);
    }

    private TransientFailure(Kind kind, AskedWait wait, @Nullable String host, ConfluenceException outcome) {
        super(outcome);
        this.kind = kind;
        this.wait = wait;
        this.host = host;
        this.outcome = outcome;
    }

    static TransientFailure broken(ConfluenceException outcome) {
        return new TransientFailure(Kind.BROKEN, AskedWait.NONE, outcome);
    }

    /** The same, of another host than the site. */
    TransientFailure elsewhere(String host) {
        return new TransientFailure(kind, wait, host, outcome);
    }

    /** Null for the site itself. */
    @Nullable
    String host() {
        return host;
    }

    Kind kind() {
        return kind;
    }

    AskedWait asked() {
        return wait;
    }

    ConfluenceException outcome() {
        return outcome;
    }
}
