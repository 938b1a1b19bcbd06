package dev.sluice.cli.format;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.planner.path.PathTemplates;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where files lie. */
public final class LayoutOptions {

    @Option(
            names = "--page-path",
            paramLabel = "TEMPLATE",
            description =
                    "Where pages lie, from now on: '{space_key}/{ancestor_titles}/{page_title}.md', or 'default'. See docs/cli.md.")
    @Nullable
    String pagePath;

    @Option(
            names = "--attachment-path",
            paramLabel = "TEMPLATE",
            description =
                    "Where attachments lie, from now on: '{page_path}/_attachments/{attachment_title}', or 'default'.")
    @Nullable
    String attachmentPath;

    /** What was said, checked; empty when nothing was. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        if (pagePath != null) {
            settings.put(PathTemplates.PAGE, pagePath);
        }
        if (attachmentPath != null) {
            settings.put(PathTemplates.ATTACHMENT, attachmentPath);
        }
        try {
            PathTemplates.of(settings);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        return settings;
    }
}
