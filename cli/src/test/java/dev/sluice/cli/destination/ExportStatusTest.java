package dev.sluice.cli.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStatusTest {

    private static final String IDENTITY =
            "{\"confluence_url\":\"https://acme.example/wiki\",\"scopes\":[{\"command\":\"spaces\",\"args\":[\"ENG\"]}]}";

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNoExportHasNoStatus() {
        assertThat(ExportStatus.of(new Destination(folder))).isEmpty();
    }

    @Test
    void anExportWithoutASuccessfulRunHasNoSnapshot() throws IOException {
        // Given
        write("export.json", IDENTITY);

        // When
        ExportStatus status = ExportStatus.of(new Destination(folder)).orElseThrow();

        // Then
        assertThat(status.confluenceUrl()).isEqualTo("https://acme.example/wiki");
        assertThat(status.formatVersion()).isNull();
        assertThat(status.lastRun()).isNull();
    }

    @Test
    void countsTheEntriesOfTheSnapshotAndShowsTheNewestRun() throws IOException {
        // Given
        write("export.json", IDENTITY);
        write("manifest.json", """
                {"format_version":1,"generated_by":"sluice","exported_at":"2026-01-01T12:00:00Z",
                 "confluence_url":"https://acme.example/wiki","scopes":[],
                 "entries":{
                  "page:1":{"version":3,"output_path":"ENG/status.md","status":"active"},
                  "page:3":{"version":1,"output_path":"ENG/c.md","status":"stale"},
                  "page:2":{"version":1,"output_path":"ENG/b.md","status":"deleted"},
                  "attachment:1/att5":{"version":1,"output_path":"active","status":"active"}}}""");
        Path older = write("runs/a.json", "{\"run\":{\"state\":\"FAILED\"}}");
        write("runs/b.json", "{\"run\":{\"state\":\"SUCCEEDED\",\"failed\":0},\"failures\":[]}");
        Files.setLastModifiedTime(older, FileTime.from(Instant.EPOCH));

        // When
        ExportStatus status = ExportStatus.of(new Destination(folder)).orElseThrow();

        // Then
        assertThat(status.formatVersion()).isEqualTo(1);
        assertThat(status.exportedAt()).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(status.active()).isEqualTo(2);
        assertThat(status.stale()).isEqualTo(1);
        assertThat(status.deleted()).isEqualTo(1);
        assertThat(status.lastRun()).isNotNull();
        assertThat(status.lastRun().path("state").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aDamagedSnapshotIsRefusedWithWhatToDo() throws IOException {
        // Given
        write("export.json", IDENTITY);
        write("manifest.json", "{\"format_version\":1,\"entries\":{\"page:1\":{\"status\":");

        // When and then
        assertThatThrownBy(() -> ExportStatus.of(new Destination(folder)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("sluice sync");
    }

    @Test
    void aRunReportThatIsHalfWrittenIsNoReasonToFail() throws IOException {
        // Given
        write("export.json", IDENTITY);
        write("runs/a.json", "{\"run\":");

        // When and then
        assertThat(ExportStatus.of(new Destination(folder)).orElseThrow().lastRun())
                .isNull();
    }

    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve(".sluice").resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
