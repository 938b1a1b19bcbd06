package dev.sluice.cli.format;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.MarkdownSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how Markdown is written. */
public final class FormatOptions {

    @Option(
            names = "--flavour",
            paramLabel = "github|obsidian|commonmark|pandoc",
            description = "Dialect of Markdown (default: github).")
    @Nullable
    String flavour;

    @Option(
            names = "--front-matter",
            paramLabel = "all|none|FIELD,…",
            description =
                    "Fields of the front matter: title, id, space, version, status, created, modified, authors, labels, source, ancestors, properties.")
    @Nullable
    String frontMatter;

    @Option(
            names = "--with",
            paramLabel = "FEATURE",
            split = ",",
            description =
                    "Turns on: comments, resolved-comments, labels (on Cloud, where they cost requests), breadcrumbs, and what --without turned off.")
    List<String> with = List.of();

    @Option(
            names = "--without",
            paramLabel = "FEATURE",
            split = ",",
            description =
                    "Turns off: title-heading, underline, sub-sup, colours, highlights, image-sizes, external-images,"
                            + " labels, and what --with turned on.")
    List<String> without = List.of();

    @Option(
            names = "--no-external-images",
            description = "Leave pictures from other sites where they are (--without external-images).")
    boolean noExternalImages;

    /** What was said, checked; empty when nothing was. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        if (flavour != null) {
            settings.put(MarkdownSettings.FLAVOUR, flavour);
        }
        if (frontMatter != null) {
            settings.put(MarkdownSettings.FRONT_MATTER, frontMatter);
        }
        with.forEach(feature -> settings.put(feature, "on"));
        without.forEach(feature -> settings.put(feature, "off"));
        if (noExternalImages) {
            settings.put(MarkdownSettings.word(Feature.EXTERNAL_IMAGES), "off");
        }
        try {
            MarkdownSettings.options(settings);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        return settings;
    }
}
