package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a destination says of its export: in {@link DestinationLayout#EXPORT}, and at the head of the snapshot.
 *
 * @param markdown see {@link RunRef#markdown()}
 * @param manifest where the snapshot lies, when not at {@link DestinationLayout#SNAPSHOT}; otherwise null
 * @param minExportTimestamp what was exported before is exported anew; null when nothing is
 * @param paths templates of the paths of files, by name; null when all are as by default
 * @param anonymous true when it is what everybody may see; null for the view of an account
 */
public record ExportHeader(
        @JsonProperty("confluence_url") String confluenceUrl,
        List<ScopeRef> scopes,
        @Nullable Map<String, String> markdown,
        @Nullable String manifest,
        @JsonProperty("min_export_timestamp") @Nullable Instant minExportTimestamp,
        @Nullable Map<String, String> paths,
        @Nullable Boolean anonymous) {
    public ExportHeader {
        scopes = List.copyOf(scopes);
        markdown = Settings.normal(markdown);
        paths = Settings.normal(paths);
    }

    /** An export that writes Markdown as by default, with its snapshot in the usual place. */
    public ExportHeader(String confluenceUrl, List<ScopeRef> scopes) {
        this(confluenceUrl, scopes, null, null, null, null, null);
    }

    /** The same export, of what everybody may see. */
    public ExportHeader forEverybody() {
        return new ExportHeader(confluenceUrl, scopes, markdown, manifest, minExportTimestamp, paths, true);
    }

    /** Whether it has always been an export of what everybody may see. */
    @JsonIgnore
    public boolean isForEverybody() {
        return anonymous != null && anonymous;
    }

    /** Key of the snapshot in the destination. */
    public String snapshot() {
        return manifest == null ? DestinationLayout.SNAPSHOT : manifest;
    }
}
