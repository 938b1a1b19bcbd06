package dev.sluice.planner.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.PlannerInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which export a destination belongs to, and what it covers. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class ExportsTest {

    private static final ScopeRef ENG = new ScopeRef("spaces", List.of("ENG"));
    private static final ScopeRef OPS = new ScopeRef("spaces", List.of("OPS"));

    @Inject
    Exports exports;

    @TempDir
    Path folder;

    private String destination = "";

    @BeforeEach
    void aDestination() {
        destination = folder.toUri().toString();
    }

    @Test
    void aScopeThatIsRepeatedChangesNothingAndANewOneIsAdded() {
        // Given
        ExportId export = exports.ensure(request("https://acme.example/wiki", ENG));

        // When
        exports.ensure(request("https://acme.example/wiki", ENG, OPS, ENG));
        exports.ensure(request("https://acme.example/wiki", OPS));

        // Then
        assertThat(exports.find(export).orElseThrow().scopes()).containsExactly(ENG, OPS);
    }

    @Test
    void aDestinationOfAnotherSiteIsRefused() {
        // Given
        exports.ensure(request("https://acme.example/wiki", ENG));

        // When and then
        assertThatThrownBy(() -> exports.ensure(request("https://other.example/wiki", ENG)))
                .isInstanceOf(WrongSiteException.class)
                .hasMessageContaining("https://acme.example/wiki");
    }

    @Test
    void aDestinationThatAnotherDatabaseKnewGoesOnAsWhatItSays() throws IOException {
        // Given
        write(".sluice/export.json", """
                {"confluence_url": "https://acme.example/wiki", "scopes": [{"command": "spaces", "args": ["OPS"]}],
                 "markdown": {"flavour": "obsidian"}, "manifest": ".x/state.json",
                 "min_export_timestamp": "2026-01-01T00:00:00Z", "paths": {"page": "{page_id}.md"}}""");

        // When
        ExportHeader export = export(exports.ensure(request("https://acme.example/wiki", ENG)));

        // Then
        assertThat(export)
                .isEqualTo(new ExportHeader(
                        "https://acme.example/wiki",
                        List.of(OPS, ENG),
                        Map.of("flavour", "obsidian"),
                        ".x/state.json",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of("page", "{page_id}.md"),
                        null));
    }

    @Test
    void aDestinationThatHasLostAllButItsSnapshotIsStillThatExport() throws IOException {
        // Given
        write(".sluice/manifest.json", """
                {"format_version": 1, "generated_by": "sluice", "exported_at": "2026-01-01T00:00:00Z",
                 "confluence_url": "https://acme.example/wiki",
                 "scopes": [{"command": "spaces", "args": ["OPS"]}], "entries": {}}""");

        // When and then
        assertThatThrownBy(() -> exports.ensure(request("https://other.example/wiki", ENG)))
                .isInstanceOf(WrongSiteException.class)
                .hasMessageContaining("https://acme.example/wiki");
        assertThat(export(exports.ensure(request("https://acme.example/wiki"))).scopes())
                .containsExactly(OPS);
    }

    @Test
    void anIdentityThatCannotBeReadIsRefused() throws IOException {
        write(".sluice/export.json", "{");

        assertThatThrownBy(() -> exports.ensure(request("https://acme.example/wiki", ENG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("export.json cannot be read");
    }

    private ExportHeader export(ExportId id) {
        Export export = exports.find(id).orElseThrow();
        return export.header(export.markdown());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ExportRequest request(String siteUrl, ScopeRef... scopes) {
        return new ExportRequest("acme", siteUrl, destination, List.of(scopes));
    }
}
