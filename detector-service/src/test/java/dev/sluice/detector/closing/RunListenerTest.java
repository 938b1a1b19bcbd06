package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.smallrye.reactive.messaging.memory.InMemorySink;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The detector's part of the end of a run, as its events are delivered, once or again. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class RunListenerTest {

    private static final String TOPIC = "sluice.runs";
    private static final ExportHeader HEADER = new ExportHeader("https://acme.example/wiki", List.of());

    @Inject
    RunListener listener;

    @Inject
    Manifest manifest;

    @Inject
    @Connector(InMemoryConnector.CONNECTOR)
    InMemoryConnector channels;

    @TempDir
    Path folder;

    private InMemorySink<Record<String, byte[]>> outcomes;

    @BeforeEach
    void nothingPublished() {
        outcomes = channels.sink("manifest-outcomes-out");
        outcomes.clear();
    }

    @Test
    void answersClosingWithTheFollowUpsAndSealingWithTheSnapshot() {
        // Given
        RunRef run = new Scene(folder).runListing(page("1", "Home"));

        // When
        listener.on(batch(new RunEvent.Planned(run, 1), new RunEvent.Closing(run, 1, 0, true, false)));
        listener.on(batch(new RunEvent.Sealing(run, 0, HEADER)));

        // Then
        assertThat(published())
                .containsExactly(new Outcome.FollowUps(run, 1, 0, 0, 0), new Outcome.SnapshotWritten(run, 0, 0));
    }

    @Test
    @Timeout(20)
    void theEventsOfARunThatIsOverAreNotWaitedFor() {
        // Given
        RunRef over = new Scene(folder).runListing(page("1", "Home"));
        RunEvent[] events = {
            new RunEvent.Closing(over, 1, 1, true, false),
            new RunEvent.Sealing(over, 1, HEADER),
            new RunEvent.Ended(over, true)
        };
        manifest.record(List.of(exported(over, 0, page("1", "Home"), 0)));
        listener.on(batch(events));
        RunRef next = new Scene(folder).runListing(page("1", "Home"));
        outcomes.clear();

        // When
        List<RunEvent> again = new ArrayList<>(List.of(events));
        again.add(new RunEvent.Closing(next, 1, 0, true, false));
        listener.on(batch(again.toArray(RunEvent[]::new)));

        // Then
        assertThat(published()).contains(new Outcome.FollowUps(next, 1, 0, 0, 0));
    }

    @Test
    void ofAStepThatIsNotUnderstoodItsRunIsSaid() {
        // Given
        RunRef run = new Scene(folder).runListing(page("1", "Home"));
        byte[] unknown = new String(Wire.encode(new RunEvent.Closing(run, 1, 0, true, false)), StandardCharsets.UTF_8)
                .replace("\"closing\"", "\"dancing\"")
                .getBytes(StandardCharsets.UTF_8);

        // When
        listener.on(batchOf(List.of(new ConsumerRecord<>(TOPIC, 0, 0, "k", unknown))));

        // Then
        assertThat(published()).containsExactly(new Outcome.Unreadable(run, Stage.DETECT));
    }

    private List<Outcome> published() {
        return outcomes.received().stream()
                .map(message -> Wire.decode(message.getPayload().value(), Outcome.class))
                .toList();
    }

    private static ConsumerRecords<String, byte[]> batch(RunEvent... events) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (RunEvent event : events) {
            records.add(new ConsumerRecord<>(TOPIC, 0, records.size(), event.recordKey(), Wire.encode(event)));
        }
        return batchOf(records);
    }

    private static ConsumerRecords<String, byte[]> batchOf(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), records), Map.of());
    }
}
