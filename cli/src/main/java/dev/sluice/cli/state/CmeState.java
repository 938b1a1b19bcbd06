package dev.sluice.cli.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code .cme-state.json}: pages, their versions and files. It knows no attachments. */
final class CmeState implements StateFile {

    private static final int SCHEMA_VERSION = 1;

    @Override
    public ForeignState read(JsonNode json, @Nullable String url) {
        int version = StateJson.require(json, "schema_version").asInt();
        if (version != SCHEMA_VERSION) {
            throw new IllegalArgumentException("its schema_version is " + version + ", not " + SCHEMA_VERSION);
        }
        SortedMap<String, SnapshotEntry> entries = new TreeMap<>();
        StateJson.fields(StateJson.require(json, "pages"))
                .forEach(page -> entries.put(
                        ResourceKey.page(StateJson.pageId(page.getKey())).toString(), entry(page.getValue())));
        JsonNode min = json.path("min_export_timestamp");
        return new ForeignState(
                StateJson.require(json, "confluence_url").asText(),
                scopes(json.path("scopes")),
                min.isNull() || min.isMissingNode() ? null : StateJson.time(min),
                entries,
                0);
    }

    private static SnapshotEntry entry(JsonNode page) {
        boolean gone = page.path("status").asText().equals(SnapshotEntry.DELETED);
        return SnapshotEntry.foreign(
                StateJson.version(page),
                StateJson.path(page, "output_path"),
                StateJson.time(StateJson.require(page, "last_exported")),
                gone ? SnapshotEntry.DELETED : SnapshotEntry.ACTIVE);
    }

    private static List<ScopeRef> scopes(JsonNode json) {
        List<ScopeRef> scopes = new ArrayList<>();
        for (JsonNode scope : json) {
            List<String> arguments = new ArrayList<>();
            scope.path("args").forEach(argument -> arguments.add(argument.asText()));
            scopes.add(new ScopeRef(StateJson.require(scope, "command").asText(), arguments));
        }
        return scopes;
    }

    @Override
    public Object write(SnapshotHead head, SortedMap<ResourceKey, SnapshotEntry> entries, Instant now) {
        Map<String, Object> pages = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            if (key.kind() == ResourceKind.PAGE) {
                Map<String, Object> page = new LinkedHashMap<>();
                page.put("version", entry.version());
                page.put("last_exported", entry.fetchedAt().toString());
                page.put("output_path", entry.outputPath());
                page.put("status", SnapshotEntry.ACTIVE.equals(entry.status()) ? "active" : "deleted");
                pages.put(key.id(), page);
            }
        });
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("schema_version", SCHEMA_VERSION);
        state.put("confluence_url", SiteAddresses.ofOthers(head.export().confluenceUrl()));
        state.put("scopes", head.export().scopes());
        Instant min = head.export().minExportTimestamp();
        state.put("min_export_timestamp", min == null ? null : min.toString());
        state.put("pages", pages);
        return Wire.json().valueToTree(state);
    }
}
