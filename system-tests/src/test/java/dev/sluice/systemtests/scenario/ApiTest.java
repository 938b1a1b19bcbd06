package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.PlannerApi;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The services over their API: started with a key, watched, explained, cancelled, accounted for. */
@ExtendWith(TestBed.class)
class ApiTest {

    @Test
    void aRunIsStartedWatchedExplainedAndOnRecord(FourServices services) {
        // Given
        TestSite site = services.site("api", Mode.CLOUD);
        BucketCopy copy = services.newCopy(site);
        PlannerApi api = services.planner();

        // When
        BucketCopy.Run run = copy.start();
        List<JsonNode> events = api.watch(run.id());

        // Then
        JsonNode last = events.getLast();
        assertThat(last.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(events).extracting(event -> event.path("settled").asInt()).isSorted();
        assertThat(last.path("startedBy").asText()).isEqualTo("key:admin");
        List<JsonNode> outcomes = api.outcomes(run.id());
        assertThat(outcomes).hasSize(last.path("resources").asInt());

        // and
        String export = last.path("export").asText();
        List<AuditRecord> records = api.audit(export);
        assertThat(records.stream().filter(record -> record.action().equals("created")))
                .hasSize(last.path("stored").asInt());
        assertThat(records).extracting(AuditRecord::action).contains("export-made", "run-started", "run-ended");
        assertThat(api.intact(export)).isTrue();
        assertThat(services.detector().manifest(export))
                .hasSize(last.path("stored").asInt());
    }

    @Test
    void nothingButTheHealthOfAServiceIsForEverybody(FourServices services) throws Exception {
        for (URI service : services.addresses()) {
            assertThat(status(service.resolve("/q/health/ready"))).isEqualTo(200);
            for (String path : List.of("/", "/api/v1/runs", "/q/openapi", "/q/dev", "/q/info")) {
                assertThat(status(service.resolve(path)))
                        .as("%s of %s", path, service)
                        .isEqualTo(401);
            }
        }
    }

    private static int status(URI address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void theTrailTellsFromWhichVersionToWhichAndWhatIsUnchangedLeavesNone(FourServices services) {
        // Given
        TestSite site = services.site("audit", Mode.CLOUD);
        BucketCopy copy = services.newCopy(site);
        PlannerApi api = services.planner();
        copy.sync();
        site.content().appendToPage(site.pages().getLast(), "<p>more</p>");

        // When
        BucketCopy.Run run = copy.start();
        run.awaitEnd();

        // Then
        String export = api.run(run.id()).path("export").asText();
        List<AuditRecord> records = api.audit(export).stream()
                .filter(record -> record.run() != null && record.run().value().equals(run.id()))
                .filter(record -> record.resource() != null)
                .toList();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.action()).isEqualTo("changed");
            assertThat(record.fromVersion()).isEqualTo(versionThatWasExported(api.audit(export), record));
            assertThat(record.toVersion()).isEqualTo(record.fromVersion() + 1);
        });
    }

    private static Integer versionThatWasExported(List<AuditRecord> trail, AuditRecord changed) {
        return trail.stream()
                .filter(record -> record.action().equals("created"))
                .filter(record -> changed.resource().equals(record.resource()))
                .map(AuditRecord::toVersion)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunThatIsCancelledStopsAndTheNextOneGoesOn(FourServices services) {
        // Given
        TestSite site = services.site("cancelled", Mode.CLOUD);
        BucketCopy copy = services.newCopy(site);
        PlannerApi api = services.planner();
        BucketCopy.Run run = copy.start();
        await().until(() -> run.settled() > 0);

        // When
        JsonNode cancelled = api.cancel(run.id());

        // Then
        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("settled").asInt())
                .isLessThan(cancelled.path("resources").asInt());
        Set<String> before = copy.tree().paths();

        // and
        copy.sync();
        assertThat(copy.tree().paths()).containsAll(before);
        BucketCopy undisturbed = services.newCopy(site);
        undisturbed.sync();
        assertThat(copy.tree().differencesFrom(undisturbed.tree())).isEmpty();
        String export = cancelled.path("export").asText();
        Map<String, Long> ends = api.audit(export).stream()
                .filter(record -> record.action().equals("run-ended"))
                .collect(Collectors.groupingBy(record -> String.valueOf(record.detail()), Collectors.counting()));
        assertThat(ends).containsEntry("CANCELLED", 1L).containsEntry("SUCCEEDED", 1L);
        assertThat(api.intact(export)).isTrue();
    }
}
