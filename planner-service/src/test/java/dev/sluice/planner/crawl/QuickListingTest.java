package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Container;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quick listing must give what a full one gives, wherever it can see what is different. */
class QuickListingTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<ScopeRef> ENG = List.of(new ScopeRef("spaces", List.of("ENG")));

    @TempDir
    Path folder;

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space(new Space("1", "ENG", "Engineering", "10"));
    private ObjectStore store;

    @BeforeEach
    void aSpaceThatWasListed() {
        store = LocalObjectStore.open(folder);
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Plan");
        Container teams = confluence.show(new Container("20", "1", "Teams", "10", "page"), "folder");
        confluence.pageIn(teams, "folder", "12", "Red");
        confluence.pageIn(new Container("21", "1", "Hidden", "10", "page"), "folder", "13", "Blue");
        confluence.blogPost(eng, "14", LocalDate.of(2026, 1, 31), "News");
        confluence.attachment("11", "att1", "x.png", "x");
        plansAt(0).write(run(), confluence, ENG);
    }

    @Test
    void withNothingNewItGivesTheSameCatalog() {
        // Given
        List<CatalogEntry> before = catalog(plansAt(0).write(run(), confluence, ENG));

        // When
        Plan plan = quick(1);

        // Then
        assertThat(plan.quick()).isTrue();
        assertThat(plan.note()).contains("deletions", "2026-01-02T00:00:00Z");
        assertThat(catalog(plan)).isEqualTo(before);
        assertThat(catalog(quick(2))).isEqualTo(before);
    }

    @Test
    void whatIsNewOrEditedLiesWhereAFullListingPutsIt() {
        // Given
        confluence.edit("12", 2, "<p>edited</p>");
        confluence.page(eng, "30", "12", "New below the folder");
        confluence.edit("30", 3, "<p>new</p>");
        confluence.page(eng, "31", "10", "PLAN");
        confluence.edit("31", 4, "<p>collides</p>");
        confluence.blogPost(eng, "32", LocalDate.of(2026, 1, 31), "news");
        confluence.edit("32", 5, "<p>collides</p>");
        confluence.attachment("30", "att30", "old.png", "older than the page");
        confluence.attachment("11", "att31", "y.png", "new");

        // When
        List<CatalogEntry> quick = catalog(quick(1));

        // Then
        assertThat(quick)
                .extracting(entry -> entry.resource().path())
                .contains("ENG/Teams/Red/New below the folder.md");
        assertThat(quick).isEqualTo(catalog(plansAt(1).write(run(), confluence, ENG)));
    }

    @Test
    void whatVanishedOrMovedStaysAsItWasListed() {
        // Given
        List<CatalogEntry> before = catalog(plansAt(0).write(run(), confluence, ENG));
        confluence.trash("14");
        confluence.move("11", "12", "Plan");

        // When and then
        assertThat(paths(quick(1))).contains("ENG/_blog/2026/01/31/News.md");
        assertThat(catalog(quick(2))).hasSameSizeAs(before);
        assertThat(paths(plansAt(1).write(run(), confluence, ENG)))
                .contains("ENG/Teams/Red/Plan.md")
                .doesNotContain("ENG/_blog/2026/01/31/News.md");
    }

    @Test
    void pagesOfOtherSpacesAreNotTaken() {
        // Given
        Space other = confluence.space("2", "OPS");
        confluence.page(other, "40", null, "Elsewhere");
        confluence.edit("40", 9, "<p/>");
        confluence.attachment("40", "att40", "x.png", "x");

        // When and then
        assertThat(paths(quick(1))).noneMatch(path -> path.startsWith("OPS"));
    }

    @Test
    void aNewSpaceIsFoundWhenAllAreExportedButNoPersonalOneUnlessAskedFor() {
        // Given
        List<ScopeRef> all = List.of(new ScopeRef("all-spaces", List.of()));
        plansAt(0).write(run(), confluence, all);
        confluence.page(confluence.space("2", "OPS"), "40", null, "Elsewhere");
        confluence.page(confluence.space("3", "~jane"), "41", null, "Mine");

        // When
        Plan plan = plansAt(1).writeQuick(run(), confluence, all, PlanForm.DEFAULT, WEEK);

        // Then
        assertThat(paths(plan)).contains("OPS/Elsewhere.md").noneMatch(path -> path.contains("Mine"));
    }

    @ParameterizedTest
    @CsvSource({"6, true", "8, false"})
    void everythingIsListedWhenThatWasTooLongAgo(int days, boolean quick) {
        // When
        Plan plan = quick(days);

        // Then
        assertThat(plan.quick()).isEqualTo(quick);
        assertThat(plan.note()).contains(quick ? "Quick:" : "more than 7 days old");
    }

    @Test
    void everythingIsListedWhenScopesSelectByMoreThanTheirSpace() {
        // Given
        List<ScopeRef> pages = List.of(new ScopeRef("pages-with-descendants", List.of("10")));

        // When
        Plan ofPages = plansAt(1).writeQuick(run(), confluence, pages, PlanForm.DEFAULT, WEEK);
        Plan ofOthers = plansAt(1)
                .writeQuick(run(), confluence, List.of(new ScopeRef("all-spaces", List.of())), PlanForm.DEFAULT, WEEK);

        // Then
        assertThat(List.of(ofPages, ofOthers)).noneMatch(Plan::quick);
        assertThat(ofPages.note()).contains("--quick is for whole spaces");
        assertThat(ofOthers.note()).contains("other scopes");
    }

    @Test
    void everythingIsListedWhenThereIsNothingToGoOnFrom() {
        // Given
        try (var keys = store.list(".sluice/catalog/")) {
            keys.filter(key -> key.endsWith("index")).toList().forEach(store::delete);
        }

        // When
        Plan plan = quick(1);

        // Then
        assertThat(plan.quick()).isFalse();
        assertThat(plan.note()).contains("no earlier listing");
        assertThat(paths(plan)).hasSize(6);
    }

    private Plan quick(int days) {
        return plansAt(days).writeQuick(run(), confluence, ENG, PlanForm.DEFAULT, WEEK);
    }

    private Plans plansAt(int days) {
        Instant now = Instant.parse("2026-01-02T00:00:00Z").plus(Duration.ofDays(days));
        return new Plans(store, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> paths(Plan plan) {
        return catalog(plan).stream()
                .map(CatalogEntry::resource)
                .map(Resource::path)
                .toList();
    }

    /** The only complete one: each listing takes the others away. */
    private List<CatalogEntry> catalog(Plan plan) {
        List<String> runs;
        try (var keys = store.list(".sluice/catalog/")) {
            runs = keys.filter(key -> key.endsWith("/index"))
                    .map(key -> key.split("/", -1)[2])
                    .toList();
        }
        List<CatalogEntry> entries = new ArrayList<>();
        new Plans(store).read(new RunId(runs.getFirst()), some -> some.forEach(entries::add));
        assertThat(entries).hasSize(plan.resources());
        entries.sort(Comparator.comparingInt(CatalogEntry::seq));
        return entries;
    }

    private static RunId run() {
        return new RunId(UUID.randomUUID().toString());
    }
}
