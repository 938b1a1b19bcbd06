package dev.sluice.detector.closing;

import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.Stage;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Does what the end of a run asks of the detector, and says so. Doing it twice does no harm. */
@ApplicationScoped
class StepTaker {

    private final Closings closings;
    private final Snapshots snapshots;
    private final Outbox changes;
    private final Outbox outcomes;

    StepTaker(
            Closings closings,
            Snapshots snapshots,
            @Channel("changes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> changes,
            @Channel("manifest-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.closings = closings;
        this.snapshots = snapshots;
        this.changes = new Outbox(Stage.DETECT, changes);
        this.outcomes = new Outbox(Stage.DETECT, outcomes);
    }

    /** {@link NotRecordedYetException} until the run's outcomes are in the manifest. */
    void take(RunEvent event) {
        switch (event) {
            case RunEvent.Closing closing -> {
                FollowUpPlan plan = closings.plan(closing);
                changes.publish(plan.changes());
                outcomes.publish(plan.summary());
            }
            case RunEvent.Sealing sealing -> outcomes.publish(snapshots.write(sealing));
            case RunEvent.Planned ignored -> {}
            case RunEvent.Ended ignored -> {}
        }
    }

    void say(Outcome outcome) {
        outcomes.publish(outcome);
    }

    /** Says that the step cannot be taken, because outcomes do not come. */
    void giveUp(RunEvent event, NotRecordedYetException missing) {
        outcomes.publish(new Outcome.Unrecorded(event.run(), missing.recorded(), missing.expected()));
    }

    /** Says that the step cannot be taken, because it fails. */
    void giveUp(RunEvent event, RuntimeException failure) {
        outcomes.publish(Outcome.Unrecorded.because(event.run(), String.valueOf(failure.getMessage())));
    }
}
