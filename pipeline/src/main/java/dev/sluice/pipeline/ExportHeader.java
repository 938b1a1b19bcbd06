package dev.sluice.pipeline;

import java.util.List;

/** What the snapshot says of the export as a whole. */
public record ExportHeader(String confluenceUrl, List<ScopeRef> scopes) {
    public ExportHeader {
        scopes = List.copyOf(scopes);
    }
}
