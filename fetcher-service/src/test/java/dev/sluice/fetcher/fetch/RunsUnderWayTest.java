package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.store.LocalStores;
import dev.sluice.store.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is fetched for a run that is over. */
class RunsUnderWayTest {

    private final LocalStores stores = new LocalStores();
    private final List<Outcome> refused = new ArrayList<>();

    @TempDir
    Path folder;

    private FetchScene scene = new FetchScene(Path.of("unused"));
    private List<Change> changes = List.of();

    @BeforeEach
    void aRunThatWantsAPage() {
        scene = new FetchScene(folder);
        changes = List.of(
                new Change.Fetch(new Descriptor(scene.run(), 0, scene.page("1")), ChangeReason.NEW),
                new Change.Remove(scene.run(), 1, scene.page("2").key(), "ENG/2.md", false, false, null, null));
        catalog().write(new TreeMap<>());
    }

    @Test
    void whatARunUnderWayWantsIsFetched() {
        assertThat(new RunsUnderWay(stores).wanted(changes, refused::add)).isEqualTo(changes);
        assertThat(refused).isEmpty();
    }

    @Test
    void whatACancelledRunWantedIsRefused() {
        // When
        catalog().withdraw();

        // Then
        assertThat(new RunsUnderWay(stores).wanted(changes, refused::add))
                .as("removals are for the renderer to refuse")
                .containsExactly(changes.getLast());
        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).isEqualTo(RunsUnderWay.OVER));
    }

    private Catalog catalog() {
        ObjectStore store = stores.open(scene.run().destination());
        return new Catalog(store, scene.run().run());
    }
}
