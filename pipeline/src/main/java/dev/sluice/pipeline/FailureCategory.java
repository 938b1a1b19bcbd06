package dev.sluice.pipeline;

/** Why a resource failed, as far as a reader can act on it. */
public enum FailureCategory {
    /** Confluence refused the credentials. */
    NOT_AUTHORISED,
    /** Confluence throttled us beyond the budget. */
    THROTTLED,
    /** Confluence could not be reached or gave no usable answer. */
    UNAVAILABLE,
    /** The content could not be understood. */
    MALFORMED,
    /** No space is left at the destination. */
    DESTINATION_FULL,
    /** The destination refused or lost bytes. */
    DESTINATION,
    /** A defect in Sluice. */
    INTERNAL;

    /** Whether trying again in the same run can help. */
    public boolean isWorthAnotherTry() {
        return switch (this) {
            case THROTTLED, UNAVAILABLE, MALFORMED, DESTINATION -> true;
            case NOT_AUTHORISED, DESTINATION_FULL, INTERNAL -> false;
        };
    }
}
