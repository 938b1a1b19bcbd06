package dev.sluice.fetcher.fetch;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import dev.sluice.store.Stores;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Fetches what changed, and passes on where the bytes are. */
@ApplicationScoped
class ChangeListener {

    private final Inbox inbox;
    private final Fetcher fetcher;
    private final ApartSites sites;
    private final Stores stores;
    private final Outbox contents;
    private final Outbox outcomes;

    @SuppressWarnings("ParameterNumber") // each is a port of its own
    ChangeListener(
            Inbox inbox,
            Fetcher fetcher,
            ApartSites sites,
            Stores stores,
            @Channel("contents-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> contents,
            @Channel("fetch-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.fetcher = fetcher;
        this.sites = sites;
        this.stores = stores;
        this.contents = new Outbox(Stage.FETCH, contents);
        this.outcomes = new Outbox(Stage.FETCH, outcomes);
    }

    /** Everything, or, where sites have lanes of their own, what belongs to no site that is known here. */
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> settled = new ArrayList<>();
        List<Change> changes = inbox.decode(batch, Change.class, Stage.FETCH, settled::add);
        Set<String> apart = sites.apart();
        work(changes.stream().filter(change -> !apart.contains(site(change))).toList(), settled);
    }

    /** What belongs to this site. */
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void onLane(String site, ConsumerRecords<String, byte[]> batch) {
        List<Change> changes = inbox.readable(batch, Change.class, site);
        work(changes.stream().filter(change -> site(change).equals(site)).toList(), new ArrayList<>());
    }

    private void work(List<Change> changes, List<Outcome> settled) {
        Fetched fetched = fetcher.fetch(new RunsUnderWay(stores).wanted(changes, settled::add));
        settled.addAll(fetched.outcomes());
        settled.addAll(fetched.expenses());
        // before the contents, which may settle the run: what comes after its end counts no more
        outcomes.publish(settled);
        contents.publish(fetched.contents());
    }

    private static String site(Change change) {
        return switch (change) {
            case Change.Fetch fetch -> fetch.target().run().site();
            case Change.Reuse reuse -> reuse.target().run().site();
            case Change.Remove remove -> remove.run().site();
        };
    }
}
