package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.api.PlannerClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs, over HTTP. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class RunApiTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    RunScenes scenes;

    @TempDir
    Path folder;

    private ExportId export;
    private RunId id;
    private Outcomes run;
    private PlannerClient operator;

    @BeforeEach
    void aRunOfThirtyResources() {
        operator = new PlannerClient(base, "operator");
        RunScenes.Scene scene = scenes.ofThirtyResources(folder);
        export = scene.export();
        id = scene.id();
        run = scene.run();
    }

    @Test
    void aRunSaysWhoStartedItAndHowFarItIs() {
        // Given
        ledger.book(id, List.of(run.stored(0), run.unchanged(new SeqRange(1, 9))));

        // When
        JsonNode view = operator.json("/api/v1/runs/" + id);

        // Then
        assertThat(view.path("state").asText()).isEqualTo("RUNNING");
        assertThat(view.path("settled").asInt()).isEqualTo(10);
        assertThat(view.path("export").asText()).isEqualTo(export.value());
        assertThat(view.path("number").asInt()).isEqualTo(1);
        assertThat(view.path("startedBy").asText()).isEqualTo("key:test");
    }

    @Test
    void outcomesComeAPageAtATimeAndNoneTwice() {
        // Given
        ledger.book(id, IntStream.range(0, 25).mapToObj(run::stored).toList());

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = operator.json("/api/v1/runs/" + id + "/outcomes?limit=10&cursor=" + cursor);
            seen.addAll(page.path("items").findValuesAsText("seq"));
            cursor = page.path("next").asText("");
            pages++;
        } while (!cursor.isEmpty());

        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(Integer::toString).toList());
    }

    @Test
    void outcomesAreFiltered() {
        // Given
        ledger.book(
                id,
                List.of(
                        run.stored(0),
                        run.failed(1),
                        run.failed(2, FailureCategory.UNAVAILABLE),
                        run.removed(3, false)));

        // When and then
        assertThat(seqs("what=fail")).containsExactly("1", "2");
        assertThat(seqs("what=new,del")).containsExactly("0", "3");
        assertThat(seqs("category=unavailable&stage=fetch")).containsExactly("2");
        assertThat(seqs("stage=render")).isEmpty();
        assertThat(seqs("path=ENG/T3")).containsExactly("3");
    }

    @Test
    void whatCannotBeIsSaidInAProblem() {
        assertProblem(operator.get("/api/v1/runs/" + id + "/outcomes?what=lost"), 400, "what is some of");
        assertProblem(operator.get("/api/v1/runs/" + id + "/outcomes?cursor=bm9uZQ"), 400, "cursor");
        assertProblem(operator.get("/api/v1/runs/" + id + "/outcomes?limit=0"), 400, "from 1 to 1000");
        assertProblem(operator.get("/api/v1/runs/" + UUID.randomUUID()), 404, "No run");
        assertProblem(operator.post("/api/v1/exports/" + export + "/runs", Map.of()), 409, id.value());
        assertProblem(operator.post("/api/v1/exports/" + export + "/runs", "{"), 400, "JSON");
    }

    @Test
    void runsAreListedFromTheNewestOn() {
        // Given
        records.end(id, RunState.INTERRUPTED);
        RunId second = records.create(new RunRequest(export, RunPolicy.PLAIN));

        // When
        JsonNode first = operator.json("/api/v1/exports/" + export + "/runs?limit=1");
        JsonNode rest = operator.json("/api/v1/exports/" + export + "/runs?cursor="
                + first.path("next").asText());

        // Then
        assertThat(first.path("items").findValuesAsText("id")).containsExactly(second.value());
        assertThat(rest.path("items").findValuesAsText("id")).containsExactly(id.value());
        assertThat(rest.has("next")).isFalse();
        assertThat(operator.json("/api/v1/runs?limit=1").path("items").findValuesAsText("id"))
                .hasSize(1);
    }

    @Test
    void watchersSeeTheRealCountersAndTheEnd() throws Exception {
        // Given
        List<JsonNode> seen = new ArrayList<>();
        List<String> names = new ArrayList<>();

        // When
        Thread work = Thread.ofVirtual().start(() -> {
            await().until(() -> !seen.isEmpty());
            ledger.book(id, List.of(run.unchanged(new SeqRange(0, 19))));
            await().until(() -> seen.getLast().path("settled").asInt() == 20);
            records.end(id, RunState.INTERRUPTED);
        });
        try (Stream<String> lines = operator.lines("/api/v1/runs/" + id + "/events")) {
            lines.forEach(line -> {
                if (line.startsWith("data:")) {
                    seen.add(Wire.json().valueToTree(parse(line.substring(5))));
                } else if (line.startsWith("event:")) {
                    names.add(line.substring(6).strip());
                }
            });
        }
        work.join();

        // Then
        assertThat(seen)
                .extracting(event -> event.path("settled").asInt())
                .startsWith(0)
                .contains(20);
        assertThat(seen.getLast().path("state").asText()).isEqualTo("INTERRUPTED");
        assertThat(names.getFirst()).isEqualTo("progress");
        assertThat(names.getLast()).isEqualTo("ended");
    }

    private List<String> seqs(String query) {
        return operator.json("/api/v1/runs/" + id + "/outcomes?" + query)
                .path("items")
                .findValuesAsText("seq");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = PlannerClient.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).startsWith("urn:sluice:problem:");
        assertThat(problem.path("detail").asText()).contains(detail);
    }

    private static Object parse(String json) {
        return Wire.decode(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Object.class);
    }
}
