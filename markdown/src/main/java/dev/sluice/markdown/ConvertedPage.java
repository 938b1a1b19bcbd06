package dev.sluice.markdown;

import java.util.Map;

/**
 * A converted page.
 *
 * @param markdown ends with one line feed; the same bytes for the same input
 * @param unhandledMacros how often each macro without a renderer of its own occurred, by name
 */
public record ConvertedPage(String markdown, Map<String, Integer> unhandledMacros) {
    public ConvertedPage {
        unhandledMacros = Map.copyOf(unhandledMacros);
    }
}
