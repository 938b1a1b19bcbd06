package dev.sluice.renderer.output;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.Stage;
import dev.sluice.store.ObjectStore;
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
    private final Stores stores;
    private final Outbox outcomes;

    RemovalListener(
            Inbox inbox,
            Stores stores,
            @Channel("render-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.stores = stores;
        this.outcomes = new Outbox(outcomes);
    }

    @Incoming("removal-changes-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> settled = new ArrayList<>();
        for (Change change : inbox.decode(batch, Change.class)) {
            if (change instanceof Change.Remove remove) {
                settled.add(remove(remove));
            }
        }
        outcomes.publish(settled);
    }

    private Outcome remove(Change.Remove remove) {
        try {
            ObjectStore store = stores.open(remove.run().destination());
            if (!remove.pathTaken()) {
                store.delete(remove.path());
            }
            if (!remove.moved() && remove.resource().kind() == ResourceKind.PAGE) {
                store.delete(DestinationLayout.rawBody(remove.resource()));
            }
            return new Outcome.Removed(remove.run(), remove.seq(), remove.resource(), remove.path(), remove.moved());
        } catch (RuntimeException e) {
            return new Outcome.Failed(
                    remove.run(),
                    remove.seq(),
                    remove.resource(),
                    remove.path(),
                    Stage.RENDER,
                    Failures.category(e),
                    String.valueOf(e.getMessage()));
        }
    }
}
