package dev.sluice.detector.closing;

import dev.sluice.detector.manifest.Manifest;
import dev.sluice.messaging.Inbox;
import dev.sluice.pipeline.Outcome;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Records in the manifest what became of resources; the ends of runs wait for it. */
@ApplicationScoped
class OutcomeRecorder {

    private final Inbox inbox;
    private final Manifest manifest;
    private final RunEnds ends;

    OutcomeRecorder(Inbox inbox, Manifest manifest, RunEnds ends) {
        this.inbox = inbox;
        this.manifest = manifest;
        this.ends = ends;
    }

    @Incoming("manifest-outcomes-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        manifest.record(inbox.decode(batch, Outcome.class));
        ends.recorded();
    }
}
