package dev.sluice.detector.closing;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import java.util.List;

/** What a run does after its descriptors are settled. */
record FollowUpPlan(List<Change> changes, Outcome.FollowUps summary) {
    FollowUpPlan {
        changes = List.copyOf(changes);
    }
}
