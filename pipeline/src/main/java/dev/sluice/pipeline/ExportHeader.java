package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a destination says of its export: in {@link DestinationLayout#EXPORT}, and at the head of the snapshot.
 *
 * @param markdown see {@link RunRef#markdown()}
 */
public record ExportHeader(
        @JsonProperty("confluence_url") String confluenceUrl,
        List<ScopeRef> scopes,
        @Nullable Map<String, String> markdown) {
    public ExportHeader {
        scopes = List.copyOf(scopes);
        markdown = Settings.normal(markdown);
    }

    /** An export that writes Markdown as by default. */
    public ExportHeader(String confluenceUrl, List<ScopeRef> scopes) {
        this(confluenceUrl, scopes, null);
    }
}
