package dev.sluice.planner.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How the descriptors of a run ended. */
@Embeddable
public class Counts {

    /** Bodies come by the hundred. */
    private static final int BODIES_A_REQUEST = 100;

    int unchanged;
    int stored;
    int confirmed;
    int moved;
    int removed;
    int kept;
    int inaccessible;

    /** No part of the export, though pages refer to it. */
    int skipped;

    int failed;

    /** Failed, and tried again under another number. */
    int retried;

    /** Of the failures of the present phase, those worth another try in this run. */
    int retryable;

    /** Outcomes that the detector records. */
    int recorded;

    /** Pages whose bodies were asked for. */
    @Column(name = "pages_asked")
    int pagesAsked;

    /** Attachments whose bytes were asked for. */
    @Column(name = "files_asked")
    int filesAsked;

    @Column(name = "bytes")
    long bytes;

    protected Counts() {}

    /** Requests for bodies and files that exporting everything anew would have needed beyond those that were made. */
    long saved(int listed, int pages) {
        long bodies = (long) Math.ceilDiv(pages, BODIES_A_REQUEST) - Math.ceilDiv(pagesAsked, BODIES_A_REQUEST);
        return Math.max(0, bodies) + Math.max(0, listed - pages - filesAsked);
    }

    /** What was worth another try gets it: these failures are no longer final. */
    void tryAgain() {
        failed -= retryable;
        retried += retryable;
        retryable = 0;
    }
}
