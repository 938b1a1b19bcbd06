package dev.sluice.planner.api;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Export;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An export as clients see it.
 *
 * @param runs how many there have been
 */
public record ExportView(
        ExportId id,
        String site,
        String siteUrl,
        String destination,
        List<ScopeRef> scopes,
        Map<String, String> markdown,
        Map<String, String> paths,
        Instant createdAt,
        int runs) {

    static ExportView of(Export export) {
        return new ExportView(
                export.id(),
                export.site(),
                export.siteUrl(),
                export.destination(),
                export.scopes(),
                export.markdown(),
                export.paths(),
                export.createdAt(),
                export.runs());
    }
}
