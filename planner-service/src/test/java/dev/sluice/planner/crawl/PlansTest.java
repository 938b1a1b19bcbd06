package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {

    private static final List<ScopeRef> EVERYTHING = List.of(new ScopeRef("all-spaces", List.of("personal")));

    @TempDir
    Path folder;

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private ObjectStore store;
    private Plans plans;

    @BeforeEach
    void inAFolder() {
        store = LocalObjectStore.open(folder);
        plans = new Plans(store);
    }

    @Test
    void numbersEveryResourceFromZeroWithoutGapsAcrossSpaces() {
        // Given
        for (String key : List.of("ENG", "~jane.doe", "x7e", "\u00fc/..")) {
            var space = confluence.space(key, key);
            confluence.page(space, "1" + key.hashCode(), null, "A");
            confluence.page(space, "2" + key.hashCode(), null, "B");
            confluence.attachment("2" + key.hashCode(), "att" + key.hashCode(), "x.png", "");
        }
        RunId run = run();

        // When
        Plan plan = plans.write(run, confluence, EVERYTHING);

        // Then
        List<CatalogEntry> entries = read(run);
        assertThat(plan).isEqualTo(new Plan(12, 8));
        assertThat(entries.stream().map(CatalogEntry::seq))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 12).boxed().toList());
        assertThat(entries.stream().map(entry -> entry.resource().key())).doesNotHaveDuplicates();
    }

    @Test
    void theCatalogsOfEarlierRunsGo() {
        // Given
        confluence.page(confluence.space("1", "ENG"), "10", null, "Home");
        RunId first = run();
        RunId second = run();
        plans.write(first, confluence, EVERYTHING);

        // When
        plans.write(second, confluence, EVERYTHING);

        // Then
        assertThatThrownBy(() -> read(first)).isInstanceOf(MissingCatalogException.class);
        assertThat(read(second)).hasSize(1);
    }

    @Test
    void whatCannotBePlannedLeavesNoCatalog() {
        // Given
        RunId run = run();

        // When and then
        assertThatThrownBy(() -> plans.write(run, confluence, List.of(new ScopeRef("spaces", List.of("NOPE")))))
                .isInstanceOf(PlanException.class);
        try (Stream<String> files = store.list(DestinationLayout.HOME)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void writingTheSamePlanAgainGivesTheSameCatalog() {
        // Given
        var space = confluence.space("1", "ENG");
        IntStream.range(10, 30).forEach(id -> confluence.page(space, "" + id, id == 10 ? null : "10", "T" + id % 5));
        RunId run = run();
        plans.write(run, confluence, EVERYTHING);
        List<CatalogEntry> once = read(run);

        // When
        plans.write(run, confluence, EVERYTHING);

        // Then
        assertThat(read(run)).isEqualTo(once);
    }

    @Test
    void aPageKnowsTheTitlesAboveItAlsoThoseOfPagesThatAreNotExported() {
        // Given
        var space = confluence.space("1", "ENG");
        confluence.page(space, "10", null, "Home");
        confluence.page(space, "11", "10", "Plans");
        confluence.page(space, "12", "11", "2026");
        RunId run = run();

        // When
        plans.write(run, confluence, List.of(new ScopeRef("pages", List.of("12"))));

        // Then
        assertThat(read(run)).singleElement().satisfies(entry -> {
            PageResource page = (PageResource) entry.resource();
            assertThat(page.ancestors()).containsExactly("Home", "Plans");
            assertThat(page.created()).isEqualTo(page.version().createdAt());
        });
    }

    @Test
    void pagesThatAreAboveEachOtherHaveAnEndOfAncestors() {
        // Given
        var space = confluence.space("1", "ENG");
        confluence.page(space, "10", "11", "A");
        confluence.page(space, "11", "10", "B");
        RunId run = run();

        // When
        plans.write(run, confluence, EVERYTHING);

        // Then
        assertThat(read(run))
                .extracting(entry -> ((PageResource) entry.resource()).ancestors())
                .containsExactly(List.of("A", "B"), List.of("B", "A"));
    }

    private List<CatalogEntry> read(RunId run) {
        List<CatalogEntry> entries = new ArrayList<>();
        plans.read(run, some -> some.forEach(entries::add));
        return entries;
    }

    private static RunId run() {
        return new RunId(UUID.randomUUID().toString());
    }
}
