package dev.sluice.renderer.output;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import dev.sluice.renderer.links.Catalogs;
import dev.sluice.store.Stores;
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

/** Removes the files of what is gone, and the old files of what moved. */
@ApplicationScoped
class RemovalListener {

    private final Inbox inbox;
    private final Catalogs catalogs;
    private final Remover remover;
    private final Outbox outcomes;

    RemovalListener(
            Inbox inbox,
            Catalogs catalogs,
            Stores stores,
            @Channel("render-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.catalogs = catalogs;
        this.remover = new Remover(stores);
        this.outcomes = new Outbox(Stage.RENDER, outcomes);
    }

    @Incoming("removal-changes-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> settled = new ArrayList<>();
        CurrentRuns current = new CurrentRuns(catalogs);
        for (Change change : inbox.decode(batch, Change.class)) {
            if (change instanceof Change.Remove remove) {
                settled.add(remover.remove(remove, current));
            }
        }
        outcomes.publish(settled);
    }
}
