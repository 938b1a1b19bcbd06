package dev.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

    private static final RunId RUN = new RunId("00000000-0000-0000-0000-000000000001");
    private static final RunId LATER = new RunId("00000000-0000-0000-0000-000000000002");

    @TempDir
    Path folder;

    private ObjectStore store;
    private Catalog catalog;

    @BeforeEach
    void inAFolder() {
        store = LocalObjectStore.open(folder);
        catalog = new Catalog(store, RUN);
    }

    @Test
    void givesBackWhatWasWritten() {
        int resources = catalog.write(spaces("ENG", "~jane", "x7e6a616e65"));

        assertThat(resources).isEqualTo(6);
        assertThat(entries(catalog)).extracting(CatalogEntry::seq).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(entries(catalog))
                .extracting(entry -> entry.resource().spaceKey())
                .containsExactly("ENG", "ENG", "x7e6a616e65", "x7e6a616e65", "~jane", "~jane");
    }

    @Test
    void aSiteWithoutPagesHasAnEmptyCatalogNotAMissingOne() {
        catalog.write(new TreeMap<>());

        assertThat(entries(catalog)).isEmpty();
    }

    @Test
    void whatWasNeverFinishedIsMissing() throws IOException {
        catalog.write(spaces("ENG"));
        Files.delete(file("index"));

        assertThatThrownBy(() -> entries(catalog)).isInstanceOf(MissingCatalogException.class);
    }

    @Test
    void aCatalogThatLostAFileIsMissing() throws IOException {
        catalog.write(spaces("ENG", "OPS"));
        Files.delete(file("OPS.jsonl"));

        assertThatThrownBy(() -> entries(catalog)).isInstanceOf(MissingCatalogException.class);
    }

    @Test
    void aCatalogThatLostALineIsRefused() throws IOException {
        catalog.write(spaces("ENG"));
        List<String> lines = Files.readAllLines(file("ENG.jsonl"));
        Files.write(file("ENG.jsonl"), lines.subList(0, 1));

        assertThatThrownBy(() -> entries(catalog))
                .isInstanceOf(MissingCatalogException.class)
                .hasMessageContaining("1 resources instead of 2");
    }

    @Test
    void aFileThatAnUnfinishedListingLeftDoesNotCount() {
        catalog.write(spaces("ENG", "GONE"));

        catalog.write(spaces("ENG"));

        assertThat(entries(catalog))
                .extracting(entry -> entry.resource().spaceKey())
                .containsExactly("ENG", "ENG");
    }

    @Test
    void removesTheCatalogsOfOtherRuns() {
        catalog.write(spaces("ENG"));
        Catalog later = new Catalog(store, LATER);
        later.write(spaces("ENG"));

        later.removeOthers();

        assertThat(entries(later)).hasSize(2);
        assertThatThrownBy(() -> entries(catalog)).isInstanceOf(MissingCatalogException.class);
    }

    private Path file(String name) {
        return folder.resolve(DestinationLayout.catalog(RUN) + name);
    }

    private static List<CatalogEntry> entries(Catalog catalog) {
        List<CatalogEntry> entries = new ArrayList<>();
        catalog.read(some -> some.forEach(entries::add));
        return entries;
    }

    private static SortedMap<String, List<Resource>> spaces(String... keys) {
        SortedMap<String, List<Resource>> spaces = new TreeMap<>();
        for (String key : keys) {
            spaces.putAll(Map.of(key, List.of(page(key, "1"), page(key, "2"))));
        }
        return spaces;
    }

    private static Resource page(String space, String id) {
        return new PageResource(
                ResourceKey.page(space + id),
                space,
                "Title " + id,
                null,
                "current",
                new ResourceVersion(1, Instant.EPOCH),
                space + "/" + id + ".md",
                "https://acme.example/wiki/" + id,
                null,
                null);
    }
}
