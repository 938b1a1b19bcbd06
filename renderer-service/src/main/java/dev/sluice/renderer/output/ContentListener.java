package dev.sluice.renderer.output;

import dev.sluice.messaging.Inbox;
import dev.sluice.messaging.Outbox;
import dev.sluice.messaging.ResourceRef;
import dev.sluice.messaging.ResourceTraces;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import dev.sluice.renderer.links.Catalogs;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Renders what has been fetched, side by side. */
@ApplicationScoped
class ContentListener {

    private final Inbox inbox;
    private final Renderer renderer;
    private final Catalogs catalogs;
    private final Outbox outcomes;
    private final ExecutorService threads;
    private final ResourceTraces traces = ResourceTraces.configured();

    ContentListener(
            Inbox inbox,
            Renderer renderer,
            Catalogs catalogs,
            RendererConfig config,
            @Channel("render-outcomes-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> outcomes) {
        this.inbox = inbox;
        this.renderer = renderer;
        this.catalogs = catalogs;
        this.outcomes = new Outbox(Stage.RENDER, outcomes);
        this.threads = Executors.newFixedThreadPool(
                config.threads(),
                Thread.ofPlatform().name("render-", 0).daemon().factory());
    }

    @Incoming("contents-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> settled = new ArrayList<>();
        CurrentRuns current = new CurrentRuns(catalogs);
        List<CompletableFuture<Outcome>> underWay = new ArrayList<>();
        for (Content content : inbox.decode(batch, Content.class, Stage.RENDER, settled::add)) {
            if (current.has(content.target().run())) {
                underWay.add(CompletableFuture.supplyAsync(() -> render(content), threads));
            } else {
                settled.add(Failures.superseded(content.target()));
            }
        }
        underWay.forEach(outcome -> settled.add(outcome.join()));
        outcomes.publish(settled);
    }

    private Outcome render(Content content) {
        return traces.outcome(Stage.RENDER, ResourceRef.of(content.target()), () -> renderer.render(content));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
