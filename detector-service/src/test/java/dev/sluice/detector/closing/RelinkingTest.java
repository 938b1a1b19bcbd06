package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.MemberDigest;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pages are linked anew when what they link to moved, appeared or vanished, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class RelinkingTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");
    private static final PageResource MOVED_PLAN = page("2", "Plan", "ENG/Old/Plan.md");

    @Inject
    Closings closings;

    @Inject
    Manifest manifest;

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void anExportOfItsOwn() {
        scene = new Scene(folder);
    }

    @Test
    void aPageWhoseTargetMovedIsLinkedAnewFromItsArchivedBody() {
        // Given
        exportedBefore(HOME, new Reference("title:ENG/Plan", "ENG/Plan.md"));
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME, MOVED_PLAN);
        manifest.record(List.of(exported(run, 1, MOVED_PLAN, 10)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 2, 1));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        linkedAnew(run, 2, HOME),
                        new Change.Remove(run, 3, PLAN.key(), "ENG/Plan.md", true, false, null, Scene.CHECKSUM));
        assertThat(plan.summary()).isEqualTo(new Outcome.FollowUps(run, 2, 2, 0, 0));
    }

    @Test
    void aPageWhoseTargetAppearedIsLinkedAnew() {
        // Given
        exportedBefore(HOME, new Reference("title:ENG/Plan", null));
        RunRef run = scene.runListing(HOME, PLAN);
        manifest.record(List.of(exported(run, 1, PLAN, 10)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 2, 1));

        // Then
        assertThat(plan.changes()).containsExactly(linkedAnew(run, 2, HOME));
    }

    @Test
    void aPageWhoseTargetVanishedIsLinkedAnewAndTheTargetRemoved() {
        // Given
        exportedBefore(
                HOME, new Reference("id:2", "ENG/Plan.md"), new Reference("file:2/x.png", "ENG/2/_attachments/x.png"));
        exportedBefore(PLAN);
        exportedBefore(attachment("2", "att5", "x.png"));
        RunRef run = scene.runListing(HOME);

        // When
        FollowUpPlan plan = closings.plan(closing(run, 1, 0));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        linkedAnew(run, 1, HOME),
                        new Change.Remove(
                                run,
                                2,
                                attachment("2", "att5", "x.png").key(),
                                "ENG/2/_attachments/x.png",
                                false,
                                false,
                                null,
                                Scene.CHECKSUM),
                        new Change.Remove(run, 3, PLAN.key(), "ENG/Plan.md", false, false, null, Scene.CHECKSUM));
        assertThat(plan.summary()).isEqualTo(new Outcome.FollowUps(run, 1, 3, 2, 0));
    }

    @Test
    void pagesThatSwappedTheirTitlesKeepTheirFilesAndAreLinkedAnew() {
        // Given
        PageResource ops = page("3", "Ops");
        exportedBefore(HOME, new Reference("title:ENG/Plan", "ENG/Plan.md"), new Reference("id:3", "ENG/Ops.md"));
        exportedBefore(PLAN);
        exportedBefore(ops);
        PageResource planNow = page("2", "Ops");
        PageResource opsNow = page("3", "Plan");
        RunRef run = scene.runListing(HOME, planNow, opsNow);
        manifest.record(List.of(exported(run, 1, planNow, 10), exported(run, 2, opsNow, 10)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 3, 2));

        // Then
        assertThat(plan.changes()).containsExactly(linkedAnew(run, 3, HOME));
    }

    @Test
    void aPageThatWasRenderedInThisRunIsNotRenderedAgain() {
        // Given
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME, MOVED_PLAN);
        manifest.record(List.of(
                exported(run, 0, HOME, 10, new Reference("id:2", "ENG/Old/Plan.md")),
                exported(run, 1, MOVED_PLAN, 10)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 2, 2));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        new Change.Remove(run, 2, PLAN.key(), "ENG/Plan.md", true, false, null, Scene.CHECKSUM));
    }

    @Test
    void aPageOfWhichOnlyAnOlderBodyIsHeldIsNotLinkedAnew() {
        // Given
        exportedBefore(HOME, new Reference("id:2", "ENG/Plan.md"));
        PageResource edited = HOME.at(new ResourceVersion(2, Scene.NOON));
        RunRef run = scene.runListing(edited);

        // When and then
        assertThat(closings.plan(closing(run, 1, 0)).changes()).isEmpty();
    }

    @Test
    void aPageThatShowsAFileOfAPageOfATitleIsRenderedAnewWhenAnotherPageTakesTitleAndPlace() {
        // Given
        PageResource successor = page("7", PLAN.title(), PLAN.path());
        MemberDigest bearer = new MemberDigest();
        bearer.add(PLAN);
        exportedBefore(
                HOME,
                new Reference(ReferenceToken.title("ENG", PLAN.title()), PLAN.path()),
                new Reference(ReferenceToken.titled("ENG", PLAN.title()), bearer.toString()));
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME, PLAN);
        assertThat(closings.plan(closing(run, 2, 0)).changes()).isEmpty();

        // When
        RunRef next = scene.runListing(HOME, successor);

        // Then
        assertThat(closings.plan(closing(next, 2, 0)).changes()).contains(linkedAnew(next, 2, HOME));
    }

    @Test
    void nothingFollowsWhenNothingChanged() {
        // Given
        exportedBefore(HOME, new Reference("id:2", "ENG/Plan.md"), new Reference("title:ENG/Nowhere", null));
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME, PLAN);

        // When and then
        assertThat(closings.plan(closing(run, 2, 0)))
                .isEqualTo(new FollowUpPlan(List.of(), new Outcome.FollowUps(run, 2, 0, 0, 0)));
    }

    @Test
    void comparesThousandsOfNamesHoweverOddTheyAre() {
        // Given
        Resource[] listed = IntStream.range(0, 3000)
                .mapToObj(i -> page("" + i, "tab\t back\\slash\\N line\nfeed\r nul\u0000 " + i, "ENG/" + i + ".md"))
                .toArray(Resource[]::new);
        exportedBefore(
                page("0", "x", "ENG/0.md"),
                new Reference(ReferenceToken.of(listed[2999]).get(1), "ENG/2999.md"));
        RunRef run = scene.runListing(listed);

        // When and then
        assertThat(closings.plan(closing(run, 3000, 0)).changes()).isEmpty();
    }

    private void exportedBefore(Resource resource, Reference... references) {
        manifest.record(List.of(exported(scene.run(), 0, resource, 0, references)));
    }

    private static RunEvent.Closing closing(RunRef run, int resources, int recorded) {
        return new RunEvent.Closing(run, resources, recorded, true, false);
    }

    private static Change linkedAnew(RunRef run, int seq, PageResource page) {
        String id = page.key().id();
        return new Change.Reuse(
                new Descriptor(run, seq, page),
                ChangeReason.LINKS,
                new StoredCopy(".sluice/raw/page/0" + id + "/" + id + ".xml", "1".repeat(64), 3),
                new Before(page.path(), List.of(Scene.CHECKSUM)).of(page.version()));
    }
}
