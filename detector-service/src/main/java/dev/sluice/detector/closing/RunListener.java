package dev.sluice.detector.closing;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Does the detector's part of the end of a run. */
@ApplicationScoped
class RunListener {

    private final Inbox inbox;
    private final Closings closings;
    private final Snapshots snapshots;
    private final Outbox changes;
    private final Outbox outcomes;

    RunListener(
            Inbox inbox,
            Closings closings,
            Snapshots snapshots,
            @Channel("changes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> changes,
            @Channel("manifest-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.closings = closings;
        this.snapshots = snapshots;
        this.changes = new Outbox(changes);
        this.outcomes = new Outbox(outcomes);
    }

    @Incoming("manifest-runs-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 20, maxDuration = 0, jitter = 10)
    @ExponentialBackoff(maxDelay = 2000)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<RunEvent> events = inbox.decode(batch, RunEvent.class);
        Set<RunId> over = events.stream()
                .filter(RunEvent.Ended.class::isInstance)
                .map(event -> event.run().run())
                .collect(Collectors.toSet());
        // delivered again after the end, the steps of a run would wait for outcomes that are forgotten
        events.stream()
                .filter(event -> event instanceof RunEvent.Ended
                        || !over.contains(event.run().run()))
                .forEach(this::on);
    }

    private void on(RunEvent event) {
        switch (event) {
            case RunEvent.Closing closing -> {
                FollowUpPlan plan = closings.plan(closing);
                changes.publish(plan.changes());
                outcomes.publish(plan.summary());
            }
            case RunEvent.Sealing sealing -> outcomes.publish(snapshots.write(sealing));
            case RunEvent.Ended ended -> closings.forget(ended.run().run());
            case RunEvent.Planned ignored -> {}
        }
    }
}
