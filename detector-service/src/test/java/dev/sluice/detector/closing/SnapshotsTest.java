package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.Scene.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest's snapshot, from a real PostgreSQL into a folder. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class SnapshotsTest {

    private static final ExportHeader HEADER =
            new ExportHeader("https://acme.example/wiki", List.of(new ScopeRef("spaces", List.of("ENG"))));

    @Inject
    Snapshots snapshots;

    @Inject
    Manifest manifest;

    @TempDir
    Path folder;

    @Test
    void holdsEveryEntryInTheOrderOfTheirKeys() throws IOException {
        // Given
        RunRef run = new Scene(folder).run();
        manifest.record(List.of(
                exported(
                        run,
                        0,
                        page("20", "Zwanzig \"ü\""),
                        0,
                        new Reference("title:ENG/A", "ENG/A.md"),
                        new Reference("id:7", null)),
                exported(run, 1, page("3", "Gone"), 0),
                exported(run, 2, attachment("20", "att9", "x.png"), 1)));
        manifest.record(List.of(removed(run, 3, page("3", "Gone"), false)));

        // When
        snapshots.write(new RunEvent.Sealing(run, 4, HEADER));

        // Then
        JsonNode snapshot = read("manifest.json");
        assertThat(snapshot.path("format_version").asInt()).isEqualTo(1);
        assertThat(snapshot.path("generated_by").asText()).isEqualTo("sluice");
        assertThat(Instant.parse(snapshot.path("exported_at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(snapshot.path("confluence_url").asText()).isEqualTo("https://acme.example/wiki");
        assertThat(snapshot.path("scopes")).isEqualTo(Wire.json().valueToTree(HEADER.scopes()));
        assertThat(snapshot.path("entries").fieldNames())
                .toIterable()
                .containsExactly("attachment:20/att9", "page:20", "page:3");
        assertThat(snapshot.path("entries").path("page:20"))
                .isEqualTo(Wire.json().readTree("""
                    {"version": 1, "version_at": "2026-01-01T12:00:00Z", "checksum": "%s", "size": 4,
                     "output_path": "ENG/Zwanzig \\"ü\\".md", "fetched_at": "2026-01-01T12:00:00Z",
                     "status": "active", "identity": "ENG\\nZwanzig \\"ü\\"\\nnull\\ncurrent", "format": "markdown-1",
                     "source_checksum": "%s", "source_size": 3,
                     "references": {"id:7": null, "title:ENG/A": "ENG/A.md"}}\
                    """.formatted("0".repeat(64), "1".repeat(64))));
        assertThat(snapshot.path("entries").path("page:3").path("status").asText())
                .isEqualTo("deleted");
    }

    @Test
    void holdsWhatServersSaidOfFilesAndOfImages() throws IOException {
        // Given
        RunRef run = new Scene(folder).run();
        String said = "Thu, 01 Jan 2026 12:00:00 GMT";
        ResourceKey image = ResourceKey.image("https://pictures.example/a.png");

        // When
        manifest.record(List.of(
                exported(
                        run,
                        0,
                        attachment("20", "att9", "x.png").holding(new KnownFile(Scene.CHECKSUM, "\"1-5\"", said)),
                        0),
                exported(
                        run,
                        1,
                        new ImageResource(image, "https://pictures.example/a.png", "_images/a.png", "\"7\"", said),
                        0)));
        snapshots.write(new RunEvent.Sealing(run, 2, HEADER));

        // Then
        JsonNode entries = read("manifest.json").path("entries");
        assertThat(entries.path("attachment:20/att9").path("etag").asText()).isEqualTo("\"1-5\"");
        assertThat(entries.path("attachment:20/att9").path("last_modified").asText())
                .isEqualTo("2026-01-01T12:00:00Z");
        assertThat(entries.path(image.toString()).path("etag").asText()).isEqualTo("\"7\"");
        assertThat(entries.path(image.toString()).path("last_modified").asText())
                .isEqualTo("2026-01-01T12:00:00Z");
    }

    @Test
    void keepsTheSnapshotBefore() throws IOException {
        // Given
        Scene scene = new Scene(folder);
        RunRef first = scene.run();
        manifest.record(List.of(exported(first, 0, page("1", "One"), 0)));
        snapshots.write(new RunEvent.Sealing(first, 1, HEADER));
        RunRef second = scene.run();
        manifest.record(List.of(exported(second, 0, page("2", "Two"), 1)));

        // When
        snapshots.write(new RunEvent.Sealing(second, 1, HEADER));

        // Then
        assertThat(read("manifest.json").path("entries").size()).isEqualTo(2);
        assertThat(read("manifest.json.bak").path("entries").size()).isEqualTo(1);
    }

    @Test
    void isLeftUntouchedWhenNothingHasChanged() throws IOException {
        // Given
        Scene scene = new Scene(folder);
        RunRef run = scene.run();
        manifest.record(List.of(exported(run, 0, page("1", "One"), 0)));
        snapshots.write(new RunEvent.Sealing(run, 1, HEADER));
        Path file = folder.resolve(".sluice/manifest.json");
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, longAgo);

        // When
        snapshots.write(new RunEvent.Sealing(scene.run(), 0, HEADER));

        // Then
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        assertThat(folder.resolve(".sluice/manifest.json.bak")).doesNotExist();
    }

    @Test
    void isNotWrittenBeforeTheOutcomesAreRecorded() {
        // Given
        RunRef run = new Scene(folder).run();

        // When and then
        assertThatThrownBy(() -> snapshots.write(new RunEvent.Sealing(run, 1, HEADER)))
                .isInstanceOf(NotRecordedYetException.class);
        assertThat(folder.resolve(".sluice/manifest.json")).doesNotExist();
    }

    private JsonNode read(String file) throws IOException {
        return Wire.json().readTree(Files.readAllBytes(folder.resolve(".sluice").resolve(file)));
    }
}
