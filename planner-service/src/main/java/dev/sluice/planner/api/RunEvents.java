package dev.sluice.planner.api;

import dev.sluice.planner.run.RunInfo;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a run as server-sent events. The row of the run is looked at for as long as somebody watches, whichever
 * replica books its outcomes; a client that comes back is told at once where the run is.
 */
final class RunEvents {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);

    /** Looks without a change after which the last event is said again, so that nobody on the way takes the watcher for gone. */
    private static final int LONGEST_SILENCE = 30;

    private final Sse sse;
    private @Nullable RunInfo last;
    private int silence;

    private RunEvents(Sse sse) {
        this.sse = sse;
    }

    static Multi<OutboundSseEvent> of(Supplier<RunInfo> look, Sse sse) {
        RunEvents events = new RunEvents(sse);
        Uni<RunInfo> now = Uni.createFrom().item(look).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Multi.createBy()
                .repeating()
                .uni(() -> now)
                .withDelay(LOOKS_EVERY)
                .whilst(info -> !info.run().state().ended())
                .filter(events::isNews)
                .map(events::event);
    }

    private boolean isNews(RunInfo now) {
        boolean news = !Objects.equals(last, now) || ++silence >= LONGEST_SILENCE;
        if (news) {
            last = now;
            silence = 0;
        }
        return news;
    }

    private OutboundSseEvent event(RunInfo now) {
        return sse.newEventBuilder()
                .name(now.run().state().ended() ? "ended" : "progress")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(RunInfo.class, now)
                .build();
    }
}
