package dev.sluice.planner.export;

import dev.sluice.pipeline.ScopeRef;
import java.util.List;

/**
 * Asks for an export to be known.
 *
 * @param site name of a configured site
 * @param siteUrl normalised base URL of that site
 * @param destination {@code file:///directory} or {@code s3://bucket/prefix}
 */
public record ExportRequest(String site, String siteUrl, String destination, List<ScopeRef> scopes) {
    public ExportRequest {
        scopes = List.copyOf(scopes);
        scopes.forEach(Scope::of);
    }
}
