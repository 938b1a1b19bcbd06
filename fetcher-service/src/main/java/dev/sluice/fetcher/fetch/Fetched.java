package dev.sluice.fetcher.fetch;

import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What became of a batch: contents to render, outcomes of what ends here, and what it cost. Filled by several threads. */
final class Fetched {

    private final List<Content> contents = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Outcome.Requested> expenses = new ArrayList<>();

    synchronized void add(Content content) {
        contents.add(content);
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
