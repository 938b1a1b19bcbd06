package dev.sluice.fetcher.fetch;

import dev.sluice.messaging.Inbox;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoreException;
import dev.sluice.store.Stores;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Empties the staging area of runs that are over: what failed or was fetched twice has left bytes there. */
@ApplicationScoped
class StagingCleaner {

    private static final Logger LOG = Logger.getLogger(StagingCleaner.class);

    private final Inbox inbox;
    private final Stores stores;

    StagingCleaner(Inbox inbox, Stores stores) {
        this.inbox = inbox;
        this.stores = stores;
    }

    @Incoming("staging-runs-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        for (RunEvent event : inbox.decode(batch, RunEvent.class)) {
            if (event instanceof RunEvent.Ended ended) {
                clean(ended.run());
            }
        }
    }

    private void clean(RunRef run) {
        try {
            ObjectStore store = stores.open(run.destination());
            try (Stream<String> keys = store.list(DestinationLayout.staging(run.run()))) {
                List<String> left = keys.toList();
                left.forEach(store::delete);
            }
        } catch (StoreException e) {
            LOG.warnf(e, "Staging area was not emptied: runId=%s", run.run());
        }
    }
}
