package dev.sluice.planner.export;

import dev.sluice.markdown.MarkdownSettings;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.path.PathTemplates;
import java.util.List;
import java.util.Map;

/**
 * Asks for an export to be known.
 *
 * @param site name of a configured site
 * @param siteUrl normalised base URL of that site
 * @param destination {@code file:///directory} or {@code s3://bucket/prefix}
 * @param markdown how Markdown is to be written from now on: see {@link MarkdownSettings}; and which attachments are taken:
 *     see {@link AttachmentFilter}. What it does not name stays
 * @param paths where files are to lie from now on: see {@link PathTemplates#of}. What it does not name stays
 */
public record ExportRequest(
        String site,
        String siteUrl,
        String destination,
        List<ScopeRef> scopes,
        Map<String, String> markdown,
        Map<String, String> paths) {
    public ExportRequest {
        scopes = List.copyOf(scopes);
        scopes.forEach(Scope::of);
        markdown = Map.copyOf(markdown);
        MarkdownSettings.options(markdown);
        AttachmentFilter.of(markdown);
        paths = Map.copyOf(paths);
        PathTemplates.of(paths);
    }

    /** An export whose files stay where they are. */
    public ExportRequest(
            String site, String siteUrl, String destination, List<ScopeRef> scopes, Map<String, String> markdown) {
        this(site, siteUrl, destination, scopes, markdown, Map.of());
    }

    /** An export whose Markdown stays as it is. */
    public ExportRequest(String site, String siteUrl, String destination, List<ScopeRef> scopes) {
        this(site, siteUrl, destination, scopes, Map.of());
    }
}
