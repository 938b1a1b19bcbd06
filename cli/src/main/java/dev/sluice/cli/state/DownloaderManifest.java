package dev.sluice.cli.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code .confluence-dl/sync-manifest.json}: pages, attachments and images by their keys, or as a list with a type and an
 * id each. It says neither where they are from nor what was asked for.
 */
final class DownloaderManifest implements StateFile {

    private static final int FORMAT_VERSION = 1;

    @Override
    public ForeignState read(JsonNode json, @Nullable String url) {
        int version = StateJson.require(json, "format_version").asInt();
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException("its format_version is " + version + ", not " + FORMAT_VERSION);
        }
        SortedMap<String, SnapshotEntry> entries = new TreeMap<>();
        JsonNode all = StateJson.require(json, "entries");
        if (all.isArray()) {
            all.forEach(entry -> key(entry).ifPresent(key -> entries.put(key.toString(), entry(entry))));
        } else {
            StateJson.fields(all)
                    .forEach(entry ->
                            key(entry.getKey()).ifPresent(key -> entries.put(key.toString(), entry(entry.getValue()))));
        }
        return new ForeignState(null, List.of(), null, entries, all.size() - entries.size());
    }

    private static Optional<ResourceKey> key(JsonNode entry) {
        String id = StateJson.require(entry, "resource_id").asText();
        String page = entry.path("page_id").asText();
        return key(StateJson.require(entry, "resource_type").asText() + ":" + (page.isEmpty() ? "" : page + "/") + id);
    }

    /** Empty for what Sluice has no such key for. */
    private static Optional<ResourceKey> key(String text) {
        String[] parts = text.split("[:/]", -1);
        return switch (parts[0]) {
            case "page" -> Optional.of(ResourceKey.page(StateJson.pageId(parts[parts.length - 1])));
            case "attachment" ->
                parts.length == 3
                        ? Optional.of(ResourceKey.attachment(StateJson.pageId(parts[1]), parts[2]))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static SnapshotEntry entry(JsonNode json) {
        SnapshotEntry known = SnapshotEntry.foreign(
                StateJson.version(json),
                StateJson.path(json, "output_path"),
                StateJson.time(StateJson.require(json, "fetched_at")),
                json.path("status").asText().equals(SnapshotEntry.DELETED)
                        ? SnapshotEntry.DELETED
                        : SnapshotEntry.ACTIVE);
        String checksum = json.path("checksum").asText();
        return checksum.matches("[0-9a-fA-F]{64}")
                ? known.withChecksum(checksum.toLowerCase(java.util.Locale.ROOT))
                : known;
    }

    @Override
    public Object write(SnapshotHead head, SortedMap<ResourceKey, SnapshotEntry> entries, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            if (entry.status().equals(SnapshotEntry.ACTIVE)) {
                all.put(key.toString(), written(entry));
            }
        });
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format_version", FORMAT_VERSION);
        manifest.put("generated_by", head.generatedBy());
        manifest.put("exported_at", head.exportedAt().toString());
        manifest.put("entries", all);
        return manifest;
    }

    private static Map<String, @Nullable Object> written(SnapshotEntry entry) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("version", entry.version());
        written.put("etag", entry.etag());
        written.put(
                "last_modified",
                entry.lastModified() == null ? null : entry.lastModified().toString());
        written.put("checksum", entry.checksum());
        written.put("output_path", entry.outputPath());
        written.put("fetched_at", entry.fetchedAt().toString());
        return written;
    }
}
