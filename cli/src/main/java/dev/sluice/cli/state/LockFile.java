package dev.sluice.cli.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code confluence-lock.json}: pages by site and space with their attachments, or, in its first version, pages alone.
 * Written in its second.
 */
final class LockFile implements StateFile {

    @Override
    public ForeignState read(JsonNode json, @Nullable String url) {
        JsonNode last = json.path("last_export");
        Instant exportedAt = last.asText().isEmpty() ? Instant.EPOCH : StateJson.time(last);
        SortedMap<String, SnapshotEntry> entries = new TreeMap<>();
        int version = StateJson.require(json, "lockfile_version").asInt();
        switch (version) {
            case 1 -> addPages(StateJson.require(json, "pages"), exportedAt, entries);
            case 2 -> {
                Map.Entry<String, JsonNode> site = site(StateJson.require(json, "orgs"), url);
                List<String> keys = new ArrayList<>();
                StateJson.fields(site.getValue().path("spaces")).forEach(space -> {
                    keys.add(space.getKey());
                    addPages(space.getValue().path("pages"), exportedAt, entries);
                });
                return new ForeignState(site.getKey(), List.of(new ScopeRef("spaces", keys)), null, entries, 0);
            }
            default -> throw new IllegalArgumentException("its lockfile_version is " + version + ", not 1 or 2");
        }
        return new ForeignState(null, List.of(), null, entries, 0);
    }

    private static Map.Entry<String, JsonNode> site(JsonNode sites, @Nullable String url) {
        List<Map.Entry<String, JsonNode>> fitting = StateJson.fields(sites)
                .filter(site -> url == null
                        || SiteAddresses.ofSluice(site.getKey()).equals(SiteAddresses.ofSluice(url))
                        || sites.size() == 1)
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException(
                    "it has pages of %d sites; say with --url which to take".formatted(sites.size()));
        }
        return fitting.getFirst();
    }

    private static void addPages(JsonNode pages, Instant exportedAt, Map<String, SnapshotEntry> entries) {
        StateJson.fields(pages).forEach(page -> {
            String id = StateJson.pageId(page.getKey());
            entries.put(ResourceKey.page(id).toString(), entry(page.getValue(), "export_path", exportedAt));
            StateJson.fields(page.getValue().path("attachments"))
                    .forEach(file -> entries.put(
                            ResourceKey.attachment(id, file.getKey()).toString(),
                            entry(file.getValue(), "path", exportedAt)));
        });
    }

    private static SnapshotEntry entry(JsonNode json, String path, Instant exportedAt) {
        return SnapshotEntry.foreign(
                StateJson.version(json), StateJson.path(json, path), exportedAt, SnapshotEntry.ACTIVE);
    }

    @Override
    public Object write(SnapshotHead head, SortedMap<ResourceKey, SnapshotEntry> entries, Instant now) {
        Map<String, Map<String, Object>> files = new TreeMap<>();
        entries.forEach((key, entry) -> {
            if (key.kind() == ResourceKind.ATTACHMENT && entry.status().equals(SnapshotEntry.ACTIVE)) {
                int slash = key.id().indexOf('/');
                files.computeIfAbsent(key.id().substring(0, slash), ignored -> new TreeMap<>())
                        .put(
                                key.id().substring(slash + 1),
                                Map.of("version", entry.version(), "path", entry.outputPath()));
            }
        });
        Map<String, Map<String, Object>> spaces = new TreeMap<>();
        entries.forEach((key, entry) -> {
            if (key.kind() == ResourceKind.PAGE && entry.status().equals(SnapshotEntry.ACTIVE)) {
                spaces.computeIfAbsent(space(entry), ignored -> new LinkedHashMap<>())
                        .put(key.id(), page(entry, files.getOrDefault(key.id(), Map.of())));
            }
        });
        Map<String, Object> bySpace = new LinkedHashMap<>();
        spaces.forEach((space, pages) -> bySpace.put(space, Map.of("pages", pages)));
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put("lockfile_version", 2);
        lock.put("last_export", head.exportedAt().toString());
        lock.put("orgs", Map.of(SiteAddresses.ofOthers(head.export().confluenceUrl()), Map.of("spaces", bySpace)));
        return lock;
    }

    private static Map<String, Object> page(SnapshotEntry entry, Map<String, Object> files) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", title(entry));
        page.put("version", entry.version());
        page.put("export_path", entry.outputPath());
        page.put("attachments", files);
        return page;
    }

    /** Of a page that another tool exported the title is that of its file, until it is looked at. */
    private static String title(SnapshotEntry entry) {
        String identity = entry.identity();
        if (identity != null && identity.contains("\n")) {
            return identity.split("\n", -1)[1];
        }
        String path = entry.outputPath();
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
    }

    private static String space(SnapshotEntry entry) {
        String identity = entry.identity();
        return identity == null ? entry.outputPath().split("/", 2)[0] : identity.split("\n", 2)[0];
    }
}
