package dev.sluice.planner.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.api.PlannerClient;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import dev.sluice.planner.run.RunInfo;
import dev.sluice.planner.run.Runs;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that exports start by themselves. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class SchedulesTest {

    private static final Map<String, Object> NIGHTLY = Map.of("cron", "0 3 * * *");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Schedules schedules;

    @Inject
    Exports exports;

    @Inject
    Runs runs;

    @Inject
    @DataSource("planner")
    AgroalDataSource database;

    @TempDir
    Path folder;

    private PlannerClient admin;
    private ExportId export;

    @BeforeEach
    void anExport() {
        admin = new PlannerClient(base, "admin");
        export = exports.ensure(new ExportRequest(
                "acme",
                "http://127.0.0.1:9/wiki",
                folder.toUri().toString(),
                List.of(new ScopeRef("spaces", List.of("ENG")))));
    }

    @AfterEach
    void noSchedule() throws SQLException {
        execute("delete from planner.schedule");
    }

    @Test
    void aScheduleIsSetShownAndRemoved() {
        // When
        JsonNode set =
                PlannerClient.json(admin.put(path("quick"), Map.of("cron", "*/5 * * * *", "zone", "Europe/Berlin")));

        // Then
        assertThat(set.path("kind").asText()).isEqualTo("quick");
        assertThat(set.path("prune").asBoolean())
                .as("a quick run removes nothing")
                .isFalse();
        assertThat(set.path("setBy").asText()).isEqualTo("key:admin");
        assertThat(Instant.parse(set.path("nextAt").asText())).isAfter(Instant.now());
        assertThat(admin.json(path("")).path("items").findValuesAsText("zone")).containsExactly("Europe/Berlin");
        assertThat(admin.delete(path("quick")).statusCode()).isEqualTo(204);
        assertThat(admin.delete(path("quick")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        assertThat(admin.put(path("full"), Map.of("cron", "often")).statusCode())
                .isEqualTo(400);
        assertThat(admin.put(path("hourly"), NIGHTLY).statusCode()).isEqualTo(400);
        assertThat(admin.put("/api/v1/exports/x0/schedules/full", NIGHTLY).statusCode())
                .isEqualTo(404);
        assertThat(new PlannerClient(base, "operator")
                        .put(path("full"), NIGHTLY)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotDueStartsNothing() {
        admin.put(path("full"), NIGHTLY);
        assertThat(schedules.take()).isEmpty();
    }

    @Test
    void whatWasMissedManyTimesRunsOnce() throws SQLException {
        // Given
        admin.put(path("full"), NIGHTLY);
        missedForAWeek();

        // When
        Optional<RunId> run = schedules.take();

        // Then
        RunInfo started = runs.info(run.orElseThrow()).orElseThrow();
        assertThat(started.export()).isEqualTo(export);
        assertThat(started.startedBy()).isEqualTo("schedule:full");
        assertThat(started.prune()).isTrue();
        runs.interrupt(run.get());
        assertThat(schedules.take()).isEmpty();
        assertThat(schedules.of(export).getFirst().nextAt()).isAfter(Instant.now());
    }

    @Test
    void ofSeveralPlannersOneStartsTheRun() throws SQLException {
        // Given
        admin.put(path("full"), NIGHTLY);
        missedForAWeek();

        // When
        List<CompletableFuture<Optional<RunId>>> planners = IntStream.range(0, 6)
                .mapToObj(ignored -> CompletableFuture.supplyAsync(schedules::take))
                .toList();

        // Then
        assertThat(planners.stream().map(CompletableFuture::join).flatMap(Optional::stream))
                .hasSize(1);
    }

    @Test
    void aScheduleWaitsForTheEndOfARun() throws SQLException {
        // Given
        admin.put(path("full"), NIGHTLY);
        admin.put(path("quick"), NIGHTLY);
        missedForAWeek();

        // When and then
        RunId first = schedules.take().orElseThrow();
        assertThat(schedules.take()).as("the other one waits").isEmpty();
        runs.interrupt(first);
        RunId second = schedules.take().orElseThrow();
        assertThat(runs.info(second).orElseThrow().quick()).isTrue();
    }

    @Test
    void aScheduleThatIsDisabledStartsNothing() throws SQLException {
        // Given
        admin.put(path("full"), Map.of("cron", "0 3 * * *", "enabled", false));
        missedForAWeek();

        // When and then
        assertThat(schedules.take()).isEmpty();
    }

    @Test
    void whoSetItIsOnRecord() {
        // When
        admin.put(path("full"), NIGHTLY);

        // Then
        JsonNode record = admin.json("/api/v1/exports/" + export + "/audit?action=schedule-set")
                .path("items")
                .get(0);
        assertThat(record.path("actor").asText()).isEqualTo("key:admin");
        assertThat(record.path("detail").asText()).isEqualTo("full: 0 3 * * * UTC");
        assertThat(admin.json("/api/v1/exports/" + export + "/audit/verification")
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    private String path(String kind) {
        return "/api/v1/exports/" + export + "/schedules/" + kind;
    }

    private void missedForAWeek() throws SQLException {
        execute("update planner.schedule set next_at = now() - interval '7 days'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
