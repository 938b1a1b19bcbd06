package dev.sluice.markdown.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a conversion found that someone may want to know: macros without a renderer, links that lead nowhere. */
public final class Findings {

    private final Map<String, Integer> unhandledMacros = new TreeMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> brokenLinks = new ArrayList<>();

    void unhandled(String macro) {
        unhandledMacros.merge(macro, 1, Integer::sum);
    }

    /** A row of the page properties; the first of a name counts. */
    void property(String name, String value) {
        properties.putIfAbsent(name, value);
    }

    void broken(String what) {
        brokenLinks.add(what);
    }

    public Map<String, Integer> unhandledMacros() {
        return unhandledMacros;
    }

    /** The page properties in the order of the page. */
    public Map<String, String> properties() {
        return properties;
    }

    public List<String> brokenLinks() {
        return brokenLinks;
    }
}
