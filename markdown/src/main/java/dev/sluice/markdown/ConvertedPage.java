package dev.sluice.markdown;

import java.util.List;
import java.util.Map;

/**
 * A converted page.
 *
 * @param markdown ends with one line feed; the same bytes for the same input
 * @param unhandledMacros how often each macro without a renderer of its own occurred, by name
 * @param brokenLinks what the page refers to and nobody knows, in words, in the order of the page
 */
public record ConvertedPage(String markdown, Map<String, Integer> unhandledMacros, List<String> brokenLinks) {
    public ConvertedPage {
        unhandledMacros = Map.copyOf(unhandledMacros);
        brokenLinks = List.copyOf(brokenLinks);
    }

    /** A page whose links all lead somewhere. */
    public ConvertedPage(String markdown, Map<String, Integer> unhandledMacros) {
        this(markdown, unhandledMacros, List.of());
    }
}
