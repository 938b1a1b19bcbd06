package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a destination says of its export: in {@link DestinationLayout#EXPORT}, and at the head of the snapshot. */
public record ExportHeader(@JsonProperty("confluence_url") String confluenceUrl, List<ScopeRef> scopes) {
    public ExportHeader {
        scopes = List.copyOf(scopes);
    }
}
