package dev.sluice.cli.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.Snapshots;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of other tools become snapshots, and come out again as they went in. */
class StateTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T03:03:03Z"), ZoneOffset.UTC);
    private static final List<ScopeRef> ENG = List.of(new ScopeRef("spaces", List.of("ENG")));

    private static final String CME = """
            {"schema_version": 1, "confluence_url": "https://acme.atlassian.net",
             "scopes": [{"command": "spaces", "args": ["ENG"]}, {"command": "pages", "args": ["7"]}],
             "min_export_timestamp": "2026-01-01T00:00:00Z",
             "pages": {
              "12": {"version": 42, "last_exported": "2026-02-05T14:30:00Z", "output_path": "Engineering/Home/a.md", "status": "active"},
              "13": {"version": 1, "last_exported": "2026-02-05T14:30:01Z", "output_path": "Engineering/Home/b.md", "status": "deleted"}}}""";

    private static final String LOCK = """
            {"lockfile_version": 2, "last_export": "2026-02-05T14:30:00+00:00",
             "orgs": {"https://acme.atlassian.net": {"spaces": {"ENG": {"pages": {
              "12": {"title": "a", "version": 42, "export_path": "ENG/Home/a.md",
                     "attachments": {"att9": {"version": 2, "path": "ENG/attachments/f9.png"}}}}}}}}}""";

    private static final String LOCK_1 = """
            {"lockfile_version": 1, "last_export": "2026-02-05T14:30:00+00:00",
             "pages": {"12": {"title": "a", "version": 42, "export_path": "ENG\\\\Home\\\\a.md"}}}""";

    private static final String DOWNLOADER = """
            {"format_version": 1, "generated_by": "confluence-dl 0.1", "exported_at": "2026-02-05T14:30:00Z", "entries": {
              "page:12": {"version": 42, "checksum": "%s", "output_path": "a.md", "fetched_at": 1770301800},
              "attachment:12/att9": {"version": 2, "output_path": "f9.png", "fetched_at": "2026-02-05T14:30:00Z"},
              "image:abc": {"checksum": "x", "output_path": "i.png", "fetched_at": 1}}}""".formatted("ab".repeat(32));

    private static final String DOWNLOADER_LIST = """
            {"format_version": 1, "exported_at": "2026-02-05T14:30:00Z", "entries": [
              {"resource_type": "page", "resource_id": "12", "version": 42, "output_path": "a.md", "fetched_at": 1770301800},
              {"resource_type": "attachment", "page_id": "12", "resource_id": "att9", "version": 2, "output_path": "f9.png", "fetched_at": 1770301800}]}""";

    @TempDir
    Path folder;

    @Test
    void theStateOfCmeSaysEverything() throws IOException {
        String said = take(StateFormat.CME, CME, null, List.of());

        assertThat(said).contains("2 files of https://acme.atlassian.net/wiki are taken over.");
        Destination destination = new Destination(folder);
        var export = destination.identity().orElseThrow();
        assertThat(export.confluenceUrl()).isEqualTo("https://acme.atlassian.net/wiki");
        assertThat(export.scopes())
                .containsExactly(new ScopeRef("spaces", List.of("ENG")), new ScopeRef("pages", List.of("7")));
        assertThat(export.minExportTimestamp()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(export.paths())
                .containsEntry("page", "{space_name}/{homepage_title}/{ancestor_titles}/{page_title}.md");
        assertThat(entries())
                .containsOnly(
                        Map.entry(
                                "page:12",
                                SnapshotEntry.foreign(
                                        42, "Engineering/Home/a.md", Instant.parse("2026-02-05T14:30:00Z"), "active")),
                        Map.entry(
                                "page:13",
                                SnapshotEntry.foreign(
                                        1, "Engineering/Home/b.md", Instant.parse("2026-02-05T14:30:01Z"), "deleted")));
        assertThat(written(StateFormat.CME)).isEqualTo(Wire.json().readTree(CME));
    }

    @Test
    void theLockFileComesOutAsItWentIn() throws IOException {
        take(StateFormat.CME_LOCK, LOCK, null, List.of());

        assertThat(new Destination(folder).identity().orElseThrow().scopes()).isEqualTo(ENG);
        assertThat(entries().keySet()).containsExactly("attachment:12/att9", "page:12");
        JsonNode written = written(StateFormat.CME_LOCK);
        assertThat(written.path("orgs")).isEqualTo(Wire.json().readTree(LOCK).path("orgs"));
        assertThat(written.path("lockfile_version").asInt()).isEqualTo(2);
    }

    @Test
    void theFirstLockFileSaysPagesOnly() throws IOException {
        take(StateFormat.CME_LOCK, LOCK_1, "https://dc.example/confluence/", ENG);

        assertThat(new Destination(folder).identity().orElseThrow().confluenceUrl())
                .isEqualTo("https://dc.example/confluence");
        assertThat(entries().get("page:12").outputPath()).isEqualTo("ENG/Home/a.md");
    }

    @Test
    void theManifestOfConfluenceDlIsReadInBothForms() throws IOException {
        String said = take(StateFormat.CONFLUENCE_DL, DOWNLOADER, "https://acme.atlassian.net", ENG);

        assertThat(said).contains("2 files").contains("1 entries of other kinds were passed over");
        assertThat(entries().get("page:12").checksum()).isEqualTo("ab".repeat(32));
        assertThat(entries().get("page:12").fetchedAt()).isEqualTo("2026-02-05T14:30:00Z");
        JsonNode written = written(StateFormat.CONFLUENCE_DL).path("entries");
        assertThat(written.path("page:12").path("version").asInt()).isEqualTo(42);
        assertThat(written.path("attachment:12/att9").path("output_path").asText())
                .isEqualTo("f9.png");

        var list = new DownloaderManifest().read(Wire.json().readTree(DOWNLOADER_LIST), null);
        assertThat(list.entries().keySet()).containsExactly("attachment:12/att9", "page:12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CME           | not JSON                                        | cannot be read as state of the form cme",
                "CME           | {\"schema_version\": 2}                         | its schema_version is 2, not 1",
                "CME           | {\"schema_version\": 1}                         | it lacks the field pages",
                "CME_LOCK      | {\"lockfile_version\": 3}                       | its lockfile_version is 3",
                "CME_LOCK      | {\"lockfile_version\": 2, \"orgs\": {\"https://a.example\": {}, \"https://b.example\": {}}} | say with --url which to take",
                "CME_LOCK      | {\"lockfile_version\": 1, \"pages\": {}}        | say it with --url",
                "CONFLUENCE_DL | {\"format_version\": 1, \"entries\": {\"page:1\": {\"output_path\": \"../x\", \"fetched_at\": 1}}} | is no path in the export",
                "CONFLUENCE_DL | {\"format_version\": 1, \"entries\": {\"page:x\": {}}} | is no page id"
            })
    void whatCannotBeTakenOverIsRefusedAndNothingIsWritten(StateFormat format, String text, String reason) {
        assertThatThrownBy(() -> take(format, text, null, List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
        assertThat(folder.resolve(".sluice")).doesNotExist();
    }

    @Test
    void scopesAndTheFileItselfMustBeThere() {
        assertThatThrownBy(() -> take(StateFormat.CONFLUENCE_DL, DOWNLOADER, "https://a.example", List.of()))
                .hasMessageContaining("say it with --scope");
        assertThatThrownBy(() -> take(
                        StateFormat.CONFLUENCE_DL,
                        DOWNLOADER,
                        "https://a.example",
                        List.of(new ScopeRef("pages", List.of("x")))))
                .hasMessageContaining("Not a page id: 'x'");
        assertThatThrownBy(() -> importer().run(new StateImport.Order(StateFormat.CME, null, null, ENG, Map.of())))
                .hasMessageContaining(".cme-state.json cannot be read");
    }

    @Test
    void anExportOfSluiceIsNotOverwritten() throws IOException {
        take(StateFormat.CME, CME, null, List.of());

        assertThatThrownBy(() -> take(StateFormat.CME, CME, null, List.of()))
                .hasMessageContaining("is an export of Sluice already");
    }

    private String take(StateFormat format, String text, @Nullable String url, List<ScopeRef> scopes)
            throws IOException {
        Path file = folder.resolve(format.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return importer().run(new StateImport.Order(format, null, url, scopes, Map.of()));
    }

    private StateImport importer() {
        return new StateImport(new Destination(folder), CLOCK);
    }

    private Map<String, SnapshotEntry> entries() {
        Map<String, SnapshotEntry> entries = new TreeMap<>();
        try (SnapshotInput snapshot =
                Snapshots.open(new Destination(folder).snapshot()).orElseThrow()) {
            snapshot.forEach((ResourceKey key, SnapshotEntry entry) -> entries.put(key.toString(), entry));
        }
        return entries;
    }

    private JsonNode written(StateFormat format) throws IOException {
        Path file = folder.resolve("out/state.json");
        new StateExport(new Destination(folder), CLOCK).write(format, file);
        return Wire.json().readTree(Files.readAllBytes(file));
    }
}
