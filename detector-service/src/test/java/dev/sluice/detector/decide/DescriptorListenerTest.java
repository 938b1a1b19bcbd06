package dev.sluice.detector.decide;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch of descriptors, as it arrives. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class DescriptorListenerTest {

    @Inject
    DescriptorListener listener;

    @Inject
    Manifest manifest;

    @Inject
    @Connector(InMemoryConnector.CONNECTOR)
    InMemoryConnector channels;

    private final Scene scene = new Scene(Path.of("unused").toAbsolutePath());

    @BeforeEach
    void nothingPublished() {
        List.of("changes-out", "manifest-outcomes-out", "dead-letters-out")
                .forEach(channel -> channels.sink(channel).clear());
    }

    @Test
    void saysInOneMessageWhatIsUnchangedAndPassesOnTheRest() {
        // Given
        String format = new MarkdownConverter(MarkdownOptions.defaults()).fingerprint();
        RunRef before = scene.run();
        manifest.record(List.of(
                withFormat(exported(before, 0, page("1", "A"), 0), format),
                withFormat(exported(before, 1, page("2", "B"), 0), format)));
        RunRef run = scene.run();

        // When
        listener.on(batch(descriptor(run, 0, "1", "A"), descriptor(run, 1, "2", "B"), descriptor(run, 2, "3", "C")));

        // Then
        assertThat(published("manifest-outcomes-out", Outcome.class))
                .containsExactly(new Outcome.Unchanged(run, List.of(new SeqRange(0, 1))));
        assertThat(published("changes-out", Change.class))
                .containsExactly(new Change.Fetch(new Descriptor(run, 2, page("3", "C")), ChangeReason.NEW));
    }

    @Test
    void aPageIsRenderedAgainFromItsArchivedBodyWhenMarkdownIsToBeWrittenOtherwise() {
        // Given
        String format = new MarkdownConverter(MarkdownOptions.defaults()).fingerprint();
        manifest.record(List.of(withFormat(exported(scene.run(), 0, page("1", "A"), 0), format)));
        RunRef run = scene.run(Map.of("flavour", "obsidian"));

        // When
        listener.on(batch(descriptor(run, 0, "1", "A")));

        // Then
        assertThat(published("changes-out", Change.class)).singleElement().satisfies(change -> {
            Change.Reuse reuse = (Change.Reuse) change;
            assertThat(reuse.reason()).isEqualTo(ChangeReason.FORMAT);
            assertThat(reuse.target().run().markdownSettings()).containsEntry("flavour", "obsidian");
        });
    }

    @Test
    @Timeout(20)
    void whatCannotBeUnderstoodDoesNotHoldUpTheRestOfTheBatch() {
        // Given
        RunRef run = scene.run();
        byte[] unknownKind = new String(descriptor(run, 1, "2", "B"), UTF_8)
                .replace("\"type\":\"page\"", "\"type\":\"whiteboard\"")
                .getBytes(UTF_8);

        // When
        listener.on(batch(
                descriptor(run, 0, "1", "A"),
                unknownKind,
                "<html>".getBytes(UTF_8),
                null,
                "{\"seq\":1}".getBytes(UTF_8),
                descriptor(run, 2, "3", "C")));

        // Then
        assertThat(published("changes-out", Change.class))
                .extracting(change -> ((Change.Fetch) change).target().seq())
                .containsExactly(0, 2);
        assertThat(published("manifest-outcomes-out", Outcome.class))
                .singleElement()
                .satisfies(outcome -> {
                    Outcome.Failed failed = (Outcome.Failed) outcome;
                    assertThat(failed.seq()).isEqualTo(1);
                    assertThat(failed.resource()).isEqualTo(ResourceKey.page("2"));
                    assertThat(failed.stage()).isEqualTo(Stage.DETECT);
                });
        assertThat(channels.<Record<String, byte[]>>sink("dead-letters-out").received().stream()
                        .map(message -> message.getPayload().value()))
                .containsExactly(unknownKind, "<html>".getBytes(UTF_8), null, "{\"seq\":1}".getBytes(UTF_8));
    }

    private static byte[] descriptor(RunRef run, int seq, String id, String title) {
        return Wire.encode(new Descriptor(run, seq, page(id, title)));
    }

    private static Outcome withFormat(Outcome outcome, String format) {
        Outcome.Exported done = (Outcome.Exported) outcome;
        return new Outcome.Exported(
                done.target(),
                done.reason(),
                done.effect(),
                done.output(),
                done.source(),
                format,
                done.references(),
                done.findings(),
                done.at(),
                null);
    }

    private <T> List<T> published(String channel, Class<T> type) {
        return channels.<Record<String, byte[]>>sink(channel).received().stream()
                .map(message -> Wire.decode(message.getPayload().value(), type))
                .toList();
    }

    private static ConsumerRecords<String, byte[]> batch(byte @Nullable []... letters) {
        TopicPartition partition = new TopicPartition("sluice.descriptors", 0);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (byte[] letter : letters) {
            records.add(new ConsumerRecord<>(partition.topic(), 0, records.size(), "page:1", letter));
        }
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }
}
