package dev.sluice.planner.run;

import dev.sluice.pipeline.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What the comparisons of manifest and catalog at the end of a run have shown. */
@Embeddable
public class Comparisons {

    /** What is not in order after so many is left to the next run. */
    private static final int MOST = 6;

    int comparisons;

    /** Whether to compare once more when the follow-ups are settled. */
    @Column(name = "compare_again")
    boolean again;

    int vanished;

    int withheld;

    protected Comparisons() {}

    void begin() {
        comparisons++;
        again = false;
    }

    /** {@code removed}: what an earlier comparison came upon and what is gone by now; all else comes up again. */
    void answered(Outcome.FollowUps found, int removed) {
        vanished = removed + found.vanished();
        withheld = found.withheld();
        again |= found.isToRepeat();
    }

    /** A page shows images: if these are the first of the export, no comparison has looked at any yet. */
    void imagesShown() {
        again |= comparisons == 1;
    }

    /** Whether another one is due. */
    boolean isDue() {
        return again && comparisons < MOST;
    }
}
