package dev.sluice.cli.render;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be converted, and how.
 *
 * @param source a storage file, or a folder of them
 * @param output the folder to write to; null for standard output
 * @param json whether the report is JSON
 * @param settings see {@link dev.sluice.markdown.MarkdownSettings}
 */
public record RenderOrder(Path source, @Nullable Path output, boolean json, Map<String, String> settings) {

    public RenderOrder {
        settings = Map.copyOf(settings);
    }
}
