package dev.sluice.renderer.output;

import dev.sluice.pipeline.RunRef;
import dev.sluice.renderer.links.Catalogs;
import java.util.HashMap;
import java.util.Map;

/**
 * Which runs of a batch are still the newest of their exports, and not cancelled. What a message of an earlier one asks for,
 * delivered again or late, could undo what a later run did.
 */
final class CurrentRuns {

    static final String SUPERSEDED = "The run is over: it was cancelled, or a later one has begun.";

    private final Catalogs catalogs;
    private final Map<RunRef, Boolean> known = new HashMap<>();

    CurrentRuns(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    boolean has(RunRef run) {
        return known.computeIfAbsent(run, catalogs::isCurrent);
    }
}
