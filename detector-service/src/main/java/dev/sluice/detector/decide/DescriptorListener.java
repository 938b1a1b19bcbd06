package dev.sluice.detector.decide;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Passes on what changed; says of the rest that it is unchanged. */
@ApplicationScoped
class DescriptorListener {

    private final Inbox inbox;
    private final Newcomers newcomers;
    private final Decisions decisions;
    private final Outbox changes;
    private final Outbox outcomes;

    DescriptorListener(
            Inbox inbox,
            Newcomers newcomers,
            Decisions decisions,
            @Channel("changes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> changes,
            @Channel("manifest-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.newcomers = newcomers;
        this.decisions = decisions;
        this.changes = new Outbox(Stage.DETECT, changes);
        this.outcomes = new Outbox(Stage.DETECT, outcomes);
    }

    @Incoming("descriptors-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> settled = new ArrayList<>();
        List<Descriptor> seen = inbox.decode(batch, Descriptor.class, Stage.DETECT, settled::add);
        seen.stream().map(Descriptor::run).distinct().forEach(newcomers::welcome);
        Decisions.Verdict verdict = decisions.on(seen);
        changes.publish(verdict.changes());
        settled.addAll(verdict.unchanged());
        settled.addAll(verdict.skipped());
        outcomes.publish(settled);
    }
}
