package dev.sluice.messaging;

import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.Keyed;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Counts what flows through a service, for whoever collects metrics. Without a collector it costs next to nothing. */
final class MessageMeters {

    private final MeterRegistry registry;

    MessageMeters() {
        this(Metrics.globalRegistry);
    }

    MessageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A batch is taken up; {@code now} in milliseconds since the epoch. */
    void received(ConsumerRecords<String, byte[]> batch, long now) {
        batch.partitions().forEach(partition -> {
            String topic = partition.topic();
            var records = batch.records(partition);
            registry.counter("sluice.messages.received", "topic", topic).increment(records.size());
            long oldest =
                    records.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(now);
            Timer.builder("sluice.message.age")
                    .description("How long the oldest message of each batch waited in its topic")
                    .tag("topic", topic)
                    .register(registry)
                    .record(Duration.ofMillis(Math.max(0, now - oldest)));
        });
    }

    /** A message that nobody understands. */
    void buried(String topic) {
        registry.counter("sluice.dead.letters", "topic", topic).increment();
    }

    /** Outcomes that this stage has stated; other messages are not counted. */
    void published(Stage stage, Collection<? extends Keyed> messages) {
        Map<String, Integer> resources = new LinkedHashMap<>();
        for (Keyed message : messages) {
            if (message instanceof Outcome outcome) {
                written(outcome);
                word(outcome).ifPresent(word -> resources.merge(word, resources(outcome), Integer::sum));
            }
        }
        resources.forEach((outcome, count) -> registry.counter(
                        "sluice.outcomes", "stage", stage.name().toLowerCase(Locale.ROOT), "outcome", outcome)
                .increment(count));
    }

    private void written(Outcome outcome) {
        if (outcome instanceof Outcome.Exported exported && exported.effect() == Effect.STORED) {
            registry.counter("sluice.written.bytes")
                    .increment((double) exported.output().size());
        }
    }

    private static Optional<String> word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unchanged ignored -> Optional.of("unchanged");
            case Outcome.Exported exported ->
                Optional.of(exported.effect().name().toLowerCase(Locale.ROOT));
            case Outcome.Removed removed -> Optional.of(removed.moved() ? "old_file_removed" : "removed");
            case Outcome.Kept ignored -> Optional.of("kept");
            case Outcome.Skipped ignored -> Optional.of("skipped");
            case Outcome.Inaccessible ignored -> Optional.of("inaccessible");
            case Outcome.Failed ignored -> Optional.of("failed");
            case Outcome.Requested ignored -> Optional.empty();
            case Outcome.FollowUps ignored -> Optional.empty();
            case Outcome.Unrecorded ignored -> Optional.empty();
            case Outcome.Unreadable ignored -> Optional.empty();
            case Outcome.SnapshotWritten ignored -> Optional.empty();
        };
    }

    private static int resources(Outcome outcome) {
        return outcome instanceof Outcome.Unchanged unchanged
                ? unchanged.seqs().stream().mapToInt(SeqRange::size).sum()
                : 1;
    }
}
