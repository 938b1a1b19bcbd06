package dev.sluice.markdown.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a conversion found that someone may want to know: macros without a renderer, links that lead nowhere. */
public final class Findings {

    private final Map<String, Integer> unhandledMacros = new TreeMap<>();
    private final List<String> brokenLinks = new ArrayList<>();

    void unhandled(String macro) {
        unhandledMacros.merge(macro, 1, Integer::sum);
    }

    void broken(String what) {
        brokenLinks.add(what);
    }

    public Map<String, Integer> unhandledMacros() {
        return unhandledMacros;
    }

    public List<String> brokenLinks() {
        return brokenLinks;
    }
}
