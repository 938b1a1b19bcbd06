package dev.sluice.fetcher.fetch;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.store.ObjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes sure that the bodies which pages show of others are in the archive, from where they may have got lost. */
final class ShownBodies {

    private static final Logger LOG = Logger.getLogger(ShownBodies.class);

    private final BodyFetcher bodies;
    private final ObjectStore store;

    ShownBodies(BodyFetcher bodies, ObjectStore store) {
        this.bodies = bodies;
        this.store = store;
    }

    /** What the pages of the batch show, by run. */
    static Map<RunRef, Set<ResourceKey>> of(List<Change> batch) {
        Map<RunRef, Set<ResourceKey>> shown = new LinkedHashMap<>();
        for (Change change : batch) {
            if (change instanceof Change.Reuse reuse && reuse.shown() != null) {
                shown.computeIfAbsent(reuse.target().run(), ignored -> new LinkedHashSet<>())
                        .addAll(reuse.shown());
            }
        }
        return shown;
    }

    /** Archives those that are missing; what cannot be fetched is not shown, and looked for again by the next run. */
    void archive(Set<ResourceKey> pages) {
        List<ResourceKey> missing = new ArrayList<>(pages);
        missing.removeIf(page -> store.size(DestinationLayout.rawBody(page)).isPresent());
        for (int i = 0; i < missing.size(); i += BodyFetcher.BATCH) {
            try {
                bodies.archive(missing.subList(i, Math.min(i + BodyFetcher.BATCH, missing.size())));
            } catch (RuntimeException e) {
                LOG.warnf(e, "Bodies of included pages could not be fetched: count=%d", missing.size());
            }
        }
    }
}
