package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class MarkdownSettingsOfRunsTest {

    private static final List<ScopeRef> SCOPES = List.of(new ScopeRef("spaces", List.of("ENG")));

    @Inject
    Exports exports;

    @Inject
    RunRecords records;

    @TempDir
    Path folder;

    private String destination = "";

    @BeforeEach
    void aDestination() {
        destination = folder.toUri().toString();
    }

    @Test
    void aRunWritesMarkdownAsItsExportSays() {
        ExportId export = ensure(Map.of("flavour", "obsidian"));

        assertThat(markdown(run(export))).containsExactly(Map.entry("flavour", "obsidian"));
    }

    @Test
    void whatIsNotSaidAgainStaysAsItWas() {
        ensure(Map.of("flavour", "obsidian", "colours", "off"));
        ExportId export = ensure(Map.of("flavour", "github"));
        ensure(Map.of());

        assertThat(markdown(run(export))).isEqualTo(Map.of("flavour", "github", "colours", "off"));
    }

    @Test
    void aRunGoesOnAsItBegan() {
        ExportId export = ensure(Map.of("flavour", "pandoc"));
        RunId run = run(export);

        ensure(Map.of("flavour", "obsidian"));

        assertThat(markdown(run)).containsEntry("flavour", "pandoc");
        records.end(run, RunState.INTERRUPTED);
        assertThat(markdown(run(export))).containsEntry("flavour", "obsidian");
    }

    @Test
    void whatTheConverterDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> ensure(Map.of("flavour", "word")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are github, obsidian, commonmark, pandoc");
        assertThat(exports.isKnown(destination)).isFalse();
    }

    private ExportId ensure(Map<String, String> markdown) {
        return exports.ensure(new ExportRequest("acme", "https://acme.example/wiki", destination, SCOPES, markdown));
    }

    private RunId run(ExportId export) {
        return records.create(new RunRequest(export, RunPolicy.PLAIN));
    }

    private Map<String, String> markdown(RunId run) {
        return records.order(run).run().markdownSettings();
    }
}
