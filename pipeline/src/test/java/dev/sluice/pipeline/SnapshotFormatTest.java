package dev.sluice.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as a snapshot is read back the same; what is none is refused, with a reason. */
class SnapshotFormatTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ExportHeader EXPORT = new ExportHeader(
            "https://acme.example/wiki",
            List.of(new ScopeRef("spaces", List.of("ENG"))),
            Map.of("flavour", "obsidian"),
            null,
            NOON,
            Map.of("page", "{page_id}.md"),
            true);

    @Test
    void everyFieldComesBack() throws IOException {
        Map<String, @Nullable String> references = new HashMap<>();
        references.put("title:ENG/Ü \"x\"", "ENG/Ü.md");
        references.put("id:99", null);
        references.put("title:ENG/\ud83d\ude80 Launch", "ENG/\ud83d\ude80.md");
        SnapshotEntry page = new SnapshotEntry(
                7,
                NOON,
                "\"e1\"",
                NOON,
                "ab",
                12L,
                "ENG/Ü.md",
                NOON,
                SnapshotEntry.ACTIVE,
                "ENG\nÜ",
                "markdown-1",
                "cd",
                34L,
                references,
                Map.of("frobnicate", 2),
                List.of("attachment gone.png"),
                "0a1b");
        SnapshotEntry foreign = SnapshotEntry.foreign(3, "a.md", NOON, SnapshotEntry.DELETED);

        Map<ResourceKey, SnapshotEntry> read =
                read(written(Map.of("page:1", page, "attachment:1/att2", foreign)), EXPORT);

        assertThat(read)
                .containsOnly(
                        Map.entry(ResourceKey.page("1"), page),
                        Map.entry(ResourceKey.attachment("1", "att2"), foreign));
    }

    @Test
    void aMillionEntriesAreReadInConstantMemory() {
        int entries = 1_000_000;

        long[] read = {0};
        try (SnapshotInput in = new SnapshotInput(new EndlessSnapshot(entries))) {
            in.forEach((key, entry) -> read[0] += entry.version());
        }

        assertThat(read[0]).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "not JSON",
                "{\"format_version\": 2, \"exported_at\": \"2026-01-01T12:00:00Z\", \"entries\": {}}",
                "{\"format_version\": 1, \"exported_at\": \"2026-01-01T12:00:00Z\", \"entries\": {}}",
                "{\"format_version\": 1, \"exported_at\": \"yesterday\", \"confluence_url\": \"x\", \"scopes\": [], \"entries\": {}}",
                "{\"format_version\": 1, \"exported_at\": 5, \"confluence_url\": null, \"scopes\": 7, \"entries\": {}}"
            })
    void whatIsNoSnapshotIsRefusedAtItsHead(String text) {
        assertThatThrownBy(() -> new SnapshotInput(new ByteArrayInputStream(text.getBytes(UTF_8))).head())
                .isInstanceOf(UnreadableSnapshotException.class);
    }

    @Test
    void aSnapshotThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = written(Map.of("page:1", SnapshotEntry.foreign(3, "a.md", NOON, SnapshotEntry.ACTIVE)));

        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut, EXPORT))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(UnreadableSnapshotException.class);
        }
        assertThat(read(whole, EXPORT)).hasSize(1);
    }

    @Test
    void anEntryOfAnotherFormIsRefused() throws IOException {
        String whole = new String(
                written(Map.of("page:1", SnapshotEntry.foreign(3, "a.md", NOON, SnapshotEntry.ACTIVE))), UTF_8);

        for (String damaged : List.of(
                whole.replace("page:1", "nothing"),
                whole.replace("page:1", "thing:1"),
                whole.replace("\"version\" : 3", "\"version\" : \"three\""),
                whole.replace("\"output_path\"", "\"path\""),
                whole.replace("<<<<<<<", "").replace("\"status\"", "<<<<<<< HEAD\n\"status\""))) {
            assertThatThrownBy(() -> read(damaged.getBytes(UTF_8), EXPORT))
                    .as(damaged)
                    .isInstanceOf(UnreadableSnapshotException.class);
        }
    }

    private static byte[] written(Map<String, SnapshotEntry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SnapshotOutput snapshot = new SnapshotOutput(out, SnapshotHead.of(EXPORT, NOON))) {
            for (Map.Entry<String, SnapshotEntry> entry : entries.entrySet()) {
                snapshot.add(entry.getKey(), entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Map<ResourceKey, SnapshotEntry> read(byte[] bytes, ExportHeader export) {
        try (SnapshotInput in = new SnapshotInput(new ByteArrayInputStream(bytes))) {
            assertThat(in.head()).isEqualTo(SnapshotHead.of(export, NOON));
            Map<ResourceKey, SnapshotEntry> entries = new LinkedHashMap<>();
            in.forEach(entries::put);
            return entries;
        }
    }
}
