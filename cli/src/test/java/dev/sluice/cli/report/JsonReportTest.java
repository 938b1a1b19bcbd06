package dev.sluice.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report for scripts, held against its documented schema. */
class JsonReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final LedgerItem FAILURE =
            new LedgerItem(3, "page:4", "fail", "ENG/D.md", "No answer.", Stage.FETCH, FailureCategory.UNAVAILABLE);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final JsonReport report =
            new JsonReport(new PrintStream(written, true, UTF_8), Clock.fixed(NOON.plusSeconds(9), ZoneOffset.UTC));

    @Test
    void listsEveryChangeAndEveryFailure() throws IOException {
        // Given
        List<LedgerItem> items = new ArrayList<>(List.of(
                new LedgerItem(0, "page:1", "new", "ENG/A.md", "new"),
                new LedgerItem(1, "page:2", "same", "ENG/B.md", "format"),
                new LedgerItem(2, "page:3", "del", "ENG/C.md", null),
                FAILURE));
        IntStream.range(4, 2500)
                .forEach(seq -> items.add(new LedgerItem(seq, "page:" + seq, "mod", "ENG/" + seq + ".md", "version")));

        // When
        report.print(
                run(RunState.INCOMPLETE),
                (after, limit) -> items.stream()
                        .filter(item -> item.seq() > after)
                        .limit(limit)
                        .toList());

        // Then
        JsonNode json = valid();
        assertThat(json.path("changes")).hasSize(2498);
        assertThat(json.path("changes").get(1).path("what").asText()).isEqualTo("del");
        assertThat(json.path("failures")).hasSize(1);
        assertThat(json.path("failures").get(0).path("stage").asText()).isEqualTo("FETCH");
        assertThat(json.path("run").path("requestsSaved").asInt()).isEqualTo(5);
        assertThat(written.toString(UTF_8)).endsWith("}\n").hasLineCount(1);
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void describesARunInEveryState(RunState state) throws IOException {
        // When
        report.print(run(state), (after, limit) -> List.of());

        // Then
        assertThat(valid().path("run").path("state").asText()).isEqualTo(state.name());
    }

    @Test
    void aRunThatWasStoppedIsInterrupted() throws IOException {
        // When
        report.printInterrupted(run(RunState.RUNNING));

        // Then
        assertThat(valid().path("run").path("state").asText()).isEqualTo("INTERRUPTED");
    }

    /** The report, after the check that it is what the schema says. */
    private JsonNode valid() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/report.schema.json")));
        JsonNode json = Wire.json().readTree(written.toByteArray());
        assertThat(schema.validate(json)).isEmpty();
        return json;
    }

    private static RunView run(RunState state) {
        boolean failed = state == RunState.FAILED;
        return new RunView(
                new RunId("0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11"),
                state,
                9,
                6,
                9,
                9,
                7,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                1234,
                5,
                2048,
                state == RunState.SUCCEEDED ? 3 : null,
                state == RunState.SUCCEEDED ? 0 : null,
                NOON,
                NOON,
                state.ended() ? NOON.plusSeconds(1) : null,
                failed ? FailureCategory.UNAVAILABLE : null,
                failed ? "No answer." : null);
    }
}
