package dev.sluice.detector.decide;

import dev.sluice.detector.manifest.Adoption;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.UnreadableSnapshotException;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Exports that the manifest does not know yet: what the snapshots in their destinations say is taken over. */
@ApplicationScoped
class Newcomers {

    private static final Logger LOG = Logger.getLogger(Newcomers.class);

    private final Adoption adoption;
    private final Stores stores;
    private final Set<ExportId> known = ConcurrentHashMap.newKeySet();

    Newcomers(Adoption adoption, Stores stores) {
        this.adoption = adoption;
        this.stores = stores;
    }

    /** From now on the manifest knows the run's export. A snapshot that cannot be read is set aside. */
    void welcome(RunRef run) {
        if (known.contains(run.export())) {
            return;
        }
        if (!adoption.isDone(run.export())) {
            ObjectStore store = stores.open(run.destination());
            try {
                int adopted = adoption.adopt(run, store, Decisions.format(run));
                LOG.infof("Export is new here: exportId=%s adopted=%d", run.export(), adopted);
            } catch (UnreadableSnapshotException e) {
                String key = Adoption.snapshotKey(store);
                LOG.warnf(
                        "%s in %s cannot be taken over (%s): it is now %s.bak, and everything is exported anew.",
                        key, run.destination(), e.getMessage(), key);
                store.move(key, key + ".bak");
                adoption.giveUp(run.export());
            }
        }
        known.add(run.export());
    }
}
