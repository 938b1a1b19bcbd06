package dev.sluice.renderer.links;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.ObjectStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The catalog of one run, ready to be asked. Immutable. */
public final class RunCatalog {

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> pageIds = new HashMap<>();

    private RunCatalog() {}

    /**
     * Reads the whole catalog of the run; {@link dev.sluice.catalog.MissingCatalogException} when there is none, because
     * without it every link would look broken.
     */
    public static RunCatalog load(ObjectStore store, RunId run) {
        RunCatalog catalog = new RunCatalog();
        new Catalog(store, run).read(entries -> entries.forEach(catalog::add));
        return catalog;
    }

    private void add(CatalogEntry entry) {
        ReferenceToken.of(entry.resource())
                .forEach(token -> paths.put(token, entry.resource().path()));
        if (entry.resource() instanceof PageResource page) {
            pageIds.put(
                    ReferenceToken.title(page.spaceKey(), page.title()),
                    page.key().id());
        }
    }

    /** Path of what answers to the token: see {@link ReferenceToken}. */
    Optional<String> path(String token) {
        return Optional.ofNullable(paths.get(token));
    }

    Optional<String> pageId(String spaceKey, String title) {
        return Optional.ofNullable(pageIds.get(ReferenceToken.title(spaceKey, title)));
    }
}
