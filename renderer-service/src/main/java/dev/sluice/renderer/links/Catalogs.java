package dev.sluice.renderer.links;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The catalogs of the runs that are under way; the least recently used one goes when there are too many. */
@ApplicationScoped
public class Catalogs {

    private static final int KEPT = 4;

    private final Stores stores;
    private final Map<RunId, RunCatalog> loaded = new LinkedHashMap<>(8, 0.75f, true);

    Catalogs(Stores stores) {
        this.stores = stores;
    }

    /** Whether the run is the newest of its export: a later one has taken the catalogs of those before away, and cancelling its own. */
    public boolean isCurrent(RunRef run) {
        return new Catalog(stores.open(run.destination()), run.run()).isThere();
    }

    /** The catalog of the run; read once, however many ask for it at the same time. */
    public synchronized RunCatalog of(RunRef run) {
        RunCatalog catalog = loaded.get(run.run());
        if (catalog == null) {
            AttachmentFilter filter = AttachmentFilter.of(run.markdownSettings());
            catalog = RunCatalog.load(stores.open(run.destination()), run.run(), filter);
            loaded.put(run.run(), catalog);
            if (loaded.size() > KEPT) {
                loaded.remove(loaded.keySet().iterator().next());
            }
        }
        return catalog;
    }
}
