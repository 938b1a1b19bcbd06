package dev.sluice.planner.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How the descriptors of a run ended. */
@Embeddable
public class Counts {

    int unchanged;
    int stored;
    int confirmed;
    int moved;
    int removed;
    int inaccessible;
    int failed;

    /** Outcomes that the detector records. */
    int recorded;

    @Column(name = "bytes")
    long bytes;

    protected Counts() {}
}
