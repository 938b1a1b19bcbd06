package dev.sluice.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rendering a page could not do.
 *
 * @param unhandledMacros how often each macro that the renderer does not know occurs, by name
 * @param brokenLinks what the page refers to and nobody knows, in words, in the order of the page; the first
 *     {@value #MOST_LINKS} of them
 */
public record Findings(Map<String, Integer> unhandledMacros, List<String> brokenLinks) {

    private static final int MOST_LINKS = 2000;
    private static final int LONGEST = 200;

    public Findings {
        Map<String, Integer> macros = new TreeMap<>();
        unhandledMacros.forEach((name, count) -> macros.merge(storable(name), count, Integer::sum));
        unhandledMacros = Collections.unmodifiableMap(macros);
        brokenLinks =
                brokenLinks.stream().limit(MOST_LINKS).map(Findings::storable).toList();
    }

    private static String storable(String text) {
        return StorableText.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text);
    }
}
