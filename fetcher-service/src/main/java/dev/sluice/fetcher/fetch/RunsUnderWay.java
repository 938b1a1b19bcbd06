package dev.sluice.fetcher.fetch;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import dev.sluice.store.StoreException;
import dev.sluice.store.Stores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which runs of a batch still want something: nothing is asked of a site for one that is cancelled or superseded. */
final class RunsUnderWay {

    static final String OVER = "The run is over: it was cancelled, or a later one has begun.";

    private final Stores stores;
    private final Map<RunRef, Boolean> known = new HashMap<>();

    RunsUnderWay(Stores stores) {
        this.stores = stores;
    }

    /** What is still wanted; {@code refused} is told of the rest. */
    List<Change> wanted(List<Change> changes, Consumer<Outcome> refused) {
        return changes.stream().filter(change -> isWanted(change, refused)).toList();
    }

    private boolean isWanted(Change change, Consumer<Outcome> refused) {
        Optional<Descriptor> target = target(change);
        boolean over = target.isPresent() && !known.computeIfAbsent(target.get().run(), this::isUnderWay);
        if (over) {
            refused.accept(over(target.get()));
        }
        return !over;
    }

    /** Removals are the renderer's. */
    private static Optional<Descriptor> target(Change change) {
        return switch (change) {
            case Change.Fetch fetch -> Optional.of(fetch.target());
            case Change.Reuse reuse -> Optional.of(reuse.target());
            case Change.Remove ignored -> Optional.empty();
        };
    }

    private boolean isUnderWay(RunRef run) {
        try {
            return new Catalog(stores.open(run.destination()), run.run()).isThere();
        } catch (StoreException e) {
            // what is wrong with the destination is said of each resource
            return true;
        }
    }

    private static Outcome over(Descriptor target) {
        return new Outcome.Failed(
                target.run(),
                target.seq(),
                target.resource().key(),
                target.resource().path(),
                Stage.FETCH,
                FailureCategory.DESTINATION,
                OVER);
    }
}
