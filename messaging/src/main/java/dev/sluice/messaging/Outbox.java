package dev.sluice.messaging;

import dev.sluice.pipeline.Keyed;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.Wire;
import io.smallrye.reactive.messaging.kafka.Record;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Publishes messages of one stage to one channel and returns when the broker has taken them all. */
public final class Outbox {

    /** As many messages as may be under way at once; the channel's buffer must hold them. */
    public static final int WINDOW = 2048;

    private final Stage stage;
    private final Emitter<Record<String, byte[]>> channel;
    private final MessageMeters meters = new MessageMeters();
    private final ResourceTraces traces = ResourceTraces.configured();

    public Outbox(Stage stage, Emitter<Record<String, byte[]>> channel) {
        this.stage = stage;
        this.channel = channel;
    }

    /** Blocks until every message is acknowledged; {@link NotPublishedException} when one is not. */
    public void publish(Collection<? extends Keyed> messages) {
        List<CompletableFuture<Void>> underWay = new ArrayList<>(Math.min(messages.size(), WINDOW));
        for (Keyed message : messages) {
            underWay.add(send(message));
            if (underWay.size() == WINDOW) {
                await(underWay);
            }
        }
        await(underWay);
        meters.published(stage, messages);
        traces.published(stage, messages);
    }

    public void publish(Keyed message) {
        publish(List.of(message));
    }

    private CompletableFuture<Void> send(Keyed message) {
        return channel.send(Record.of(message.recordKey(), Wire.encode(message)))
                .toCompletableFuture();
    }

    private static void await(List<CompletableFuture<Void>> underWay) {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new NotPublishedException(e.getCause() == null ? e : e.getCause());
        }
        underWay.clear();
    }
}
