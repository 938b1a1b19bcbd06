package dev.sluice.detector.decide;

import dev.sluice.pipeline.RunRef;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The files in the stores that runs export to. */
@ApplicationScoped
class StoredFiles implements ExportedFiles {

    private final Stores stores;

    StoredFiles(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Optional<String> sha256(RunRef run, String path) {
        return stores.open(run.destination()).sha256(path);
    }

    @Override
    public Optional<Long> size(RunRef run, String path) {
        return stores.open(run.destination()).size(path);
    }
}
