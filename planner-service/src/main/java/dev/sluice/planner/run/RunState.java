package dev.sluice.planner.run;

/** Where a run stands. */
public enum RunState {
    /** Listing Confluence; nothing is published. */
    PLANNING,
    /** The catalog is complete; descriptors are being published from it. */
    PUBLISHING,
    /** Every descriptor is published; outcomes come in. */
    RUNNING,
    /** What failed is tried once more. */
    RETRYING,
    /** Every descriptor has its outcome; the detector compares manifest and catalog. */
    CLOSING,
    /** Follow-ups of that comparison are under way. */
    FOLLOWING_UP,
    /** Everything is settled and nothing failed; the snapshot is being written. */
    SEALING,
    /** Everything is in place. */
    SUCCEEDED,
    /** Everything is settled, but some resources failed. */
    INCOMPLETE,
    /** It could not be planned; nothing was changed. */
    FAILED,
    /** It was stopped before its end; the next run goes on. */
    INTERRUPTED,
    /** Someone ended it; what is exported so far stays, and the next run goes on. */
    CANCELLED;

    public boolean ended() {
        return compareTo(SEALING) > 0;
    }
}
