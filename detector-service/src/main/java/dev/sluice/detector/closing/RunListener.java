package dev.sluice.detector.closing;

import dev.sluice.messaging.Inbox;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Stage;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Does the detector's part of the end of a run. */
@ApplicationScoped
class RunListener {

    private final Inbox inbox;
    private final RunEnds ends;
    private final Closings closings;

    RunListener(Inbox inbox, RunEnds ends, Closings closings) {
        this.inbox = inbox;
        this.ends = ends;
        this.closings = closings;
    }

    @Incoming("manifest-runs-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 20, maxDuration = 0, jitter = 10)
    @ExponentialBackoff(maxDelay = 2000)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<RunEvent> events = inbox.decode(batch, RunEvent.class, Stage.DETECT, ends::lost);
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
            case RunEvent.Planned planned -> closings.forgetBefore(planned.run());
            case RunEvent.Closing closing -> ends.begin(closing);
            case RunEvent.Sealing sealing -> ends.begin(sealing);
            case RunEvent.Ended ended -> closings.forget(ended.run());
        }
    }
}
