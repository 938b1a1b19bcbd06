package dev.sluice.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Stage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class MessageMetersTest {

    private static final RunRef RUN = new RunRef(
            new RunId("00000000-0000-4000-8000-000000000001"),
            new ExportId("x1"),
            "acme",
            "https://acme.example/wiki",
            "file:///copy");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MessageMeters meters = new MessageMeters(registry);

    @Test
    void countsResourcesByStageAndOutcomeHoweverManyAMessageIsAbout() {
        meters.published(
                Stage.DETECT,
                List.of(
                        new Outcome.Unchanged(RUN, List.of(new SeqRange(0, 9), new SeqRange(20, 20))),
                        new Outcome.Kept(RUN, 11, ResourceKey.page("1"), "a.md"),
                        new Outcome.Requested(RUN, "b", 7)));

        assertThat(outcomes("detect", "unchanged")).isEqualTo(11);
        assertThat(outcomes("detect", "kept")).isEqualTo(1);
        assertThat(registry.find("sluice.outcomes").counters()).hasSize(2);
    }

    @Test
    void tellsHowLongTheOldestMessageOfABatchWaited() {
        ConsumerRecords<String, byte[]> batch = new ConsumerRecords<>(
                Map.of(new TopicPartition("sluice.changes", 0), List.of(at(9_000), at(4_000))), Map.of());

        meters.received(batch, 10_000);

        assertThat(registry.get("sluice.message.age")
                        .tag("topic", "sluice.changes")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(6);
        assertThat(registry.get("sluice.messages.received").counter().count()).isEqualTo(2);
    }

    private double outcomes(String stage, String outcome) {
        return registry.get("sluice.outcomes")
                .tags("stage", stage, "outcome", outcome)
                .counter()
                .count();
    }

    private static ConsumerRecord<String, byte[]> at(long millis) {
        return new ConsumerRecord<>(
                "sluice.changes",
                0,
                0,
                millis,
                TimestampType.CREATE_TIME,
                1,
                1,
                "k",
                new byte[] {1},
                new RecordHeaders(),
                java.util.Optional.empty());
    }
}
