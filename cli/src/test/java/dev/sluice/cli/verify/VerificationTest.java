package dev.sluice.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.destination.Destination;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files against a snapshot, as in a fresh clone. */
class VerificationTest {

    /** SHA-256 of "test". */
    private static final String TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    Path folder;

    @Test
    void namesWhatIsMissingChangedAndUnknown() throws IOException {
        write("ENG/a.md", "test");
        write("ENG/b.md", "changed");
        write("ENG/d.md", "of another tool");
        write("ENG/note.txt", "somebody's");
        write(".git/config", "hidden");
        write("ENG/.DS_Store", "hidden");
        write("ENG/gone.md", "left over");
        snapshot(
                entry("page:1", "ENG/a.md", "active"),
                entry("page:2", "ENG/b.md", "active"),
                entry("page:3", "ENG/c.md", "active"),
                new Entry("page:4", SnapshotEntry.foreign(1, "ENG/d.md", Instant.EPOCH, "active")),
                entry("page:5", "ENG/gone.md", "deleted"),
                entry("page:6", "ENG/hidden.md", "inaccessible"));

        Verification.Result result = new Verification(new Destination(folder)).run();

        assertThat(result.checked()).isEqualTo(4);
        assertThat(result.intact()).isEqualTo(2);
        assertThat(result.missing()).containsExactly("ENG/c.md");
        assertThat(result.changed()).containsExactly("ENG/b.md");
        assertThat(result.unknown()).containsExactly("ENG/gone.md", "ENG/note.txt");
        assertThat(result.bytes()).isEqualTo(4 + 7 + 15);
        assertThat(result.isClean()).isFalse();
    }

    @Test
    void unknownFilesAreNoDamage() throws IOException {
        write("ENG/a.md", "test");
        write("readme.txt", "mine");
        snapshot(entry("page:1", "ENG/a.md", "active"));

        assertThat(new Verification(new Destination(folder)).run().isClean()).isTrue();
    }

    @Test
    void withoutDatabaseAndSnapshotThereIsNothingToCompareWith() throws IOException {
        write(".sluice/export.json", "{\"confluence_url\": \"https://acme.example\", \"scopes\": []}");

        assertThatThrownBy(() -> new Verification(new Destination(folder)).run())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("neither a database nor a snapshot");
        write(".sluice/manifest.json", "{");
        assertThatThrownBy(() -> new Verification(new Destination(folder)).run())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void manyPathsAreKnownApart() {
        KnownPaths known = new KnownPaths();
        for (int i = 0; i < 100_000; i++) {
            known.add("ENG/page " + i + ".md");
        }

        assertThat(known.contains("ENG/page 99999.md")).isTrue();
        assertThat(known.contains("ENG/page 100000.md")).isFalse();
        known.add("ENG/\u00e9.md");
        assertThat(known.contains("ENG/e\u0301.md")).as("as macOS spells it").isTrue();
    }

    private record Entry(String key, SnapshotEntry entry) {}

    private static Entry entry(String key, String path, String status) {
        return new Entry(
                key, SnapshotEntry.foreign(1, path, Instant.EPOCH, status).withChecksum(TEST));
    }

    private void snapshot(Entry... entries) throws IOException {
        Path file = folder.resolve(".sluice/manifest.json");
        Files.createDirectories(file.getParent());
        ExportHeader export = new ExportHeader("https://acme.example", List.of());
        try (SnapshotOutput out =
                new SnapshotOutput(Files.newOutputStream(file), SnapshotHead.of(export, Instant.EPOCH))) {
            for (Entry entry : entries) {
                out.add(entry.key(), entry.entry());
            }
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
