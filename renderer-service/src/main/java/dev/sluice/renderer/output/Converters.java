package dev.sluice.renderer.output;

import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownSettings;
import dev.sluice.pipeline.RunRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Converters by the settings of runs; there are as many as there are kinds of exports. */
final class Converters {

    private final Map<Map<String, String>, MarkdownConverter> made = new ConcurrentHashMap<>();

    MarkdownConverter of(RunRef run) {
        return made.computeIfAbsent(
                run.markdownSettings(), settings -> new MarkdownConverter(MarkdownSettings.options(settings)));
    }
}
