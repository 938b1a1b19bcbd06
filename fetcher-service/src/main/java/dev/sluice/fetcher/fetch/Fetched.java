package dev.sluice.fetcher.fetch;

import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a batch: contents to render, outcomes of what ends here, and what it cost. Filled by several threads. */
final class Fetched {

    private final List<Content> contents = new ArrayList<>();
    private final Map<Content, Set<String>> unnamed = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Outcome.Requested> expenses = new ArrayList<>();

    synchronized void add(Content content) {
        contents.add(content);
    }

    /** A page that may show people whose names the destination does not know yet, its body those with these ids. */
    synchronized void addUnnamed(Content page, Set<String> mentioned) {
        add(page);
        unnamed.put(page, mentioned);
    }

    /** Pages for which names may have to be looked up, and the ids that their bodies mention. */
    synchronized Map<Content, Set<String>> unnamed() {
        return Map.copyOf(unnamed);
    }

    /** These contents are not to be rendered after all. */
    synchronized void fail(Collection<Content> some, RuntimeException cause) {
        contents.removeAll(Set.copyOf(some));
        some.forEach(content -> outcomes.add(Failures.failed(content.target(), cause)));
    }

    synchronized void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    synchronized void cost(List<Outcome.Requested> requests) {
        expenses.addAll(requests);
    }

    synchronized List<Content> contents() {
        return List.copyOf(contents);
    }

    synchronized List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    synchronized List<Outcome.Requested> expenses() {
        return List.copyOf(expenses);
    }
}
