package dev.sluice.fetcher.fetch;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.Change;
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

/** Fetches what changed, and passes on where the bytes are. */
@ApplicationScoped
class ChangeListener {

    private final Inbox inbox;
    private final Fetcher fetcher;
    private final Outbox contents;
    private final Outbox outcomes;

    ChangeListener(
            Inbox inbox,
            Fetcher fetcher,
            @Channel("contents-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> contents,
            @Channel("fetch-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.fetcher = fetcher;
        this.contents = new Outbox(contents);
        this.outcomes = new Outbox(outcomes);
    }

    @Incoming("fetch-changes-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> settled = new ArrayList<>();
        List<Change> changes = inbox.decode(batch, Change.class, Stage.FETCH, settled::add);
        Fetched fetched = fetcher.fetch(changes);
        settled.addAll(fetched.outcomes());
        settled.addAll(fetched.expenses());
        // before the contents, which may settle the run: what comes after its end counts no more
        outcomes.publish(settled);
        contents.publish(fetched.contents());
    }
}
