package dev.sluice.renderer.links;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.ObjectStores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCatalogTest {

    /** A message that is delivered again after its run, when a later run has removed the catalog, must not be rendered. */
    @Test
    void refusesToTakeAMissingCatalogForAnEmptyOne(@TempDir Path folder) {
        try (ObjectStore store = ObjectStores.open(folder.toUri(), null)) {
            RunId run = new RunId("00000000-0000-0000-0000-000000000001");

            assertThatThrownBy(() -> RunCatalog.load(store, run)).isInstanceOf(MissingCatalogException.class);
        }
    }
}
