package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Comment;
import dev.sluice.confluence.Person;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.path.PathTemplates;
import dev.sluice.store.LocalObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a quick listing knows of pages besides their bodies. */
class QuickDetailsTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<ScopeRef> ENG = List.of(new ScopeRef("spaces", List.of("ENG")));
    private static final PlanForm WITH_COMMENTS =
            new PlanForm(PathTemplates.DEFAULTS, new WantedDetails(WantedDetails.Labels.AS_LISTED, true, true));
    private static final PageDetails LISTED =
            new PageDetails(List.of(new dev.sluice.pipeline.Person("ada", "Ada")), List.of("ops"), null);

    @TempDir
    Path folder;

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space("1", "ENG");
    private Plans plans;

    @BeforeEach
    void aPageThatPeopleTalkAbout() {
        plans = new Plans(LocalObjectStore.open(folder));
        confluence.page(eng, "10", null, "Home");
        confluence.describe("10", List.of(new Person("ada", "Ada")), List.of("ops"));
        confluence.comment(new Comment("7", "10", null, null, null, "", false, "<p>Hm.</p>"));
    }

    @Test
    void whatIsNotNewKeepsTheLabelsAndAuthorsOfTheListingBefore() {
        // Given
        plans.write(run(), confluence, ENG);
        RunId run = run();

        // When
        Plan plan = plans.writeQuick(run, confluence, ENG, PlanForm.DEFAULT, WEEK);

        // Then
        assertThat(plan.quick()).isTrue();
        assertThat(details(run)).containsExactly(LISTED);
    }

    @Test
    void everythingIsListedWhenCommentsAreExported() {
        // Given
        plans.write(run(), confluence, ENG, WITH_COMMENTS);
        RunId run = run();

        // When
        Plan plan = plans.writeQuick(run, confluence, ENG, WITH_COMMENTS, WEEK);

        // Then
        assertThat(plan.quick()).isFalse();
        assertThat(plan.note()).contains("comments are exported");
        assertThat(confluence.commentListings()).isEqualTo(2);
    }

    @Test
    void commentsThatAreNoLongerExportedAreNotLookedForWhereTheListingBeforeHadThem() {
        // Given
        plans.write(run(), confluence, ENG, WITH_COMMENTS);
        RunId run = run();

        // When
        Plan plan = plans.writeQuick(run, confluence, ENG, PlanForm.DEFAULT, WEEK);

        // Then
        assertThat(plan.quick()).isTrue();
        assertThat(details(run)).containsExactly(LISTED);
    }

    private List<@Nullable PageDetails> details(RunId run) {
        List<@Nullable PageDetails> details = new ArrayList<>();
        plans.read(run, entries -> entries.forEach(entry -> details.add(((PageResource) entry.resource()).details())));
        return details;
    }

    private static RunId run() {
        return new RunId(UUID.randomUUID().toString());
    }
}
