package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.api.PlannerClient;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.store.ObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that somebody ends before its end. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class CancelTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    RunScenes scenes;

    @Inject
    @Connector(InMemoryConnector.CONNECTOR)
    InMemoryConnector topics;

    @TempDir
    Path folder;

    private ExportId export;
    private RunId id;
    private Outcomes run;
    private PlannerClient operator;
    private Catalog catalog;
    private ObjectStore store;

    @BeforeEach
    void aRunOfThirtyResources() {
        operator = new PlannerClient(base, "operator");
        RunScenes.Scene scene = scenes.ofThirtyResources(folder);
        export = scene.export();
        id = scene.id();
        run = scene.run();
        catalog = scene.catalog();
        store = scene.store();
    }

    @Test
    void aRunThatIsCancelledIsOverAtOnceAndNobodyWorksForItAnyMore() {
        // Given
        ledger.book(id, List.of(run.stored(0)));

        // When
        JsonNode cancelled = PlannerClient.json(operator.post("/api/v1/runs/" + id + "/cancel", null));

        // Then
        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("message").asText()).contains("key:operator");
        assertThat(cancelled.path("settled").asInt()).isEqualTo(1);
        assertThat(catalog.isThere())
                .as("fetchers and renderers refuse what is under way for a run without a catalog")
                .isFalse();
        assertThat(store.open(DestinationLayout.report(id))).isPresent();
        assertThat(ended()).contains(id);
    }

    @Test
    void whatComesOfACancelledRunLaterChangesNothingAndTheNextRunStarts() {
        // Given
        operator.post("/api/v1/runs/" + id + "/cancel", null);

        // When
        ledger.book(id, List.of(run.stored(0)));
        JsonNode again = PlannerClient.json(operator.post("/api/v1/runs/" + id + "/cancel", null));

        // Then
        assertThat(again.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(again.path("settled").asInt()).isZero();
        assertThat(operator.post("/api/v1/exports/" + export + "/runs", Map.of())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRunThatIsStillBeingPlannedEndsWhenItsPlanningDoes() {
        // Given
        records.end(id, RunState.INTERRUPTED);
        RunId planned = records.create(new RunRequest(export, RunPolicy.PLAIN));

        // When
        JsonNode asked = PlannerClient.json(operator.post("/api/v1/runs/" + planned + "/cancel", null));

        // Then
        assertThat(asked.path("state").asText()).as("nobody else may begin yet").isEqualTo("PLANNING");
        assertThat(records.cataloged(planned, new Plan(5, 5))).isFalse();
        assertThat(records.endIfCancelled(planned)).isTrue();
        assertThat(records.require(planned).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aRunThatIsOverStaysAsItEnded() {
        // Given
        records.end(id, RunState.INCOMPLETE);

        // When
        JsonNode view = PlannerClient.json(operator.post("/api/v1/runs/" + id + "/cancel", null));

        // Then
        assertThat(view.path("state").asText()).isEqualTo("INCOMPLETE");
    }

    private List<RunId> ended() {
        return topics.<Record<String, byte[]>>sink("run-events-out").received().stream()
                .map(message -> Wire.decode(message.getPayload().value(), RunEvent.class))
                .filter(RunEvent.Ended.class::isInstance)
                .map(event -> event.run().run())
                .toList();
    }
}
