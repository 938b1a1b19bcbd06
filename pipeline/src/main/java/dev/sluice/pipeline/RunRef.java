package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every message of a run carries, so that a stage needs no memory of the run.
 *
 * @param site name of the configured site; never its credentials
 * @param siteUrl normalised base URL of that site
 * @param destination {@code file:///directory} or {@code s3://bucket/prefix}
 * @param markdown how Markdown is written, as far as it differs from the default: names and values that the converter
 *     knows; null when nothing differs. Names with a dot are other settings of the export: see {@link AttachmentFilter}
 * @param mode null in messages of older versions; see {@link #meant()}
 */
public record RunRef(
        RunId run,
        ExportId export,
        String site,
        String siteUrl,
        String destination,
        @Nullable Map<String, String> markdown,
        @Nullable RunMode mode) {

    public RunRef {
        markdown = Settings.normal(markdown);
    }

    /** A run that writes Markdown as by default, and is meant as {@link RunMode#PLAIN} says. */
    public RunRef(RunId run, ExportId export, String site, String siteUrl, String destination) {
        this(run, export, site, siteUrl, destination, null, null);
    }

    /** How the run is meant. */
    @JsonIgnore
    public RunMode meant() {
        return mode == null ? RunMode.PLAIN : mode;
    }

    /** How Markdown is written; empty when as by default. */
    public Map<String, String> markdownSettings() {
        return markdown == null ? Map.of() : markdown;
    }
}
