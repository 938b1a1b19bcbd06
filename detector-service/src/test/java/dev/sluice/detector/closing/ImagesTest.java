package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.closing.ImageOutcomes.KEY;
import static dev.sluice.detector.closing.ImageOutcomes.PATH;
import static dev.sluice.detector.closing.ImageOutcomes.URL;
import static dev.sluice.detector.closing.ImageOutcomes.exported;
import static dev.sluice.detector.closing.ImageOutcomes.relinked;
import static dev.sluice.detector.closing.ImageOutcomes.showing;
import static dev.sluice.detector.closing.ImageOutcomes.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunMode;
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

/** Images that pages show and no listing has: fetched, shown, checked and removed by what the pages say. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class ImagesTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");

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
    void anImageThatTwoPagesShowIsFetchedOnceAndThenBothShowItsFile() {
        // Given
        RunRef run = scene.runListing(HOME, PLAN);
        manifest.record(List.of(showing(run, 0, HOME, null), showing(run, 1, PLAN, null)));

        // When
        FollowUpPlan first = closings.plan(closing(run, 2));
        manifest.record(List.of(stored(run, 2)));
        FollowUpPlan second = closings.plan(closing(run, 3));
        manifest.record(List.of(relinked(run, 3, HOME), relinked(run, 4, PLAN)));
        FollowUpPlan third = closings.plan(closing(run, 5));

        // Then
        assertThat(first.changes())
                .containsExactly(
                        new Change.Fetch(new Descriptor(run, 2, ImageResource.at(KEY, URL)), ChangeReason.NEW));
        assertThat(first.summary().isToRepeat()).isTrue();
        assertThat(second.changes()).hasSize(2).allSatisfy(change -> {
            Change.Reuse reuse = (Change.Reuse) change;
            assertThat(reuse.reason()).isEqualTo(ChangeReason.LINKS);
            assertThat(reuse.before()).isNotNull();
            assertThat(reuse.before().imagePaths()).containsEntry(KEY.toString(), PATH);
        });
        assertThat(second.summary().isToRepeat()).isFalse();
        assertThat(third.changes()).isEmpty();
    }

    @Test
    void imagesOfUnchangedPagesStayAndAreNotAskedForAgain() {
        exportedBefore();

        assertThat(closings.plan(closing(scene.runListing(HOME), 1)).changes()).isEmpty();
    }

    @Test
    void anImageIsCheckedWhenAPageThatShowsItWasDownloaded() {
        // Given
        exportedBefore();
        RunRef run = scene.runListing(HOME);
        manifest.record(List.of(showing(run, 0, HOME, PATH)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 1));

        // Then
        Change.Fetch check = (Change.Fetch) plan.changes().getFirst();
        assertThat(check.reason()).isEqualTo(ChangeReason.UNCONFIRMED);
        assertThat(((ImageResource) check.target().resource()).etag()).isEqualTo("\"e1\"");
        assertThat(check.before()).isNotNull();
        assertThat(check.before().path()).isEqualTo(PATH);
        manifest.record(List.of(stored(run, 1)));
        assertThat(closings.plan(closing(run, 2)).changes()).isEmpty();
    }

    @Test
    void aRunThatDownloadsEverythingAsksForTheWholeImage() {
        exportedBefore();
        RunRef run = scene.runListing(new RunMode(2, null, true, false), HOME);

        Change.Fetch fetch =
                (Change.Fetch) closings.plan(closing(run, 1)).changes().getFirst();

        assertThat(fetch.target().resource()).isEqualTo(ImageResource.at(KEY, URL));
    }

    @Test
    void anImageThatNobodyGivesOutIsAskedForAgainOnlyWithItsPage() {
        // Given
        RunRef run = scene.runListing(HOME);
        manifest.record(List.of(showing(run, 0, HOME, null)));
        closings.plan(closing(run, 1));
        manifest.record(List.of(new Outcome.Skipped(run, 1, KEY, URL, "HTTP 404")));

        // When and then
        assertThat(closings.plan(closing(run, 2)).changes()).isEmpty();
        assertThat(closings.plan(closing(scene.runListing(HOME), 1)).changes()).isEmpty();
        RunRef later = scene.runListing(HOME);
        manifest.record(List.of(showing(later, 0, HOME, null)));
        assertThat(closings.plan(closing(later, 1)).changes()).hasSize(1);
    }

    @Test
    void anImageThatAnInterruptedRunDidNotFetchIsFetchedByTheNext() {
        manifest.record(List.of(showing(scene.run(), 0, HOME, null)));

        assertThat(closings.plan(closing(scene.runListing(HOME), 1)).changes())
                .singleElement()
                .isInstanceOf(Change.Fetch.class);
    }

    @Test
    void anImageThatNoPageShowsAnyMoreIsRemoved() {
        // Given
        exportedBefore();
        RunRef run = scene.runListing(HOME);
        manifest.record(List.of(Scene.exported(run, 0, HOME, 10)));

        // When and then
        FollowUpPlan plan = closings.plan(closing(run, 1));
        assertThat(plan.changes()).containsExactly(removal(run, 1));
        assertThat(plan.summary().vanished()).isEqualTo(1);
        manifest.record(List.of(new Outcome.Removed(run, 1, KEY, PATH, false)));
        assertThat(closings.plan(closing(run, 2)).changes()).isEmpty();
    }

    @Test
    void anImageGoesWithTheLastPageThatShowsIt() {
        // Given
        exportedBefore();
        manifest.record(List.of(showing(scene.run(), 0, PLAN, PATH)));

        // When and then
        assertThat(closings.plan(closing(scene.runListing(PLAN), 1)).changes())
                .extracting(Change::recordKey)
                .containsExactly("page:1");
        RunRef run = scene.runListing();
        assertThat(closings.plan(closing(run, 0)).changes())
                .extracting(Change::recordKey)
                .containsExactly("page:1", "page:2", KEY.toString());
    }

    @Test
    void imagesOfPagesThatTheGuardKeepsStay() {
        exportedBefore();
        IntStream.range(100, 125)
                .forEach(id -> manifest.record(List.of(Scene.exported(scene.run(), 0, page("" + id, "T" + id), 0))));

        FollowUpPlan plan = closings.plan(closing(scene.runListing(), 0));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.summary().withheld()).isEqualTo(26);
    }

    @Test
    void withoutPruneImagesStay() {
        exportedBefore();
        RunRef run = scene.runListing(HOME);
        manifest.record(List.of(Scene.exported(run, 0, HOME, 10)));

        assertThat(closings.plan(new RunEvent.Closing(run, 1, 0, false, false)).changes())
                .isEmpty();
    }

    @Test
    void nothingIsRemovedWhileAPageIsRenderedAgainThatMayShowIt() {
        // Given: the image's page shows it no more, and another one is to be linked anew
        exportedBefore();
        RunRef run = scene.runListing(HOME, PLAN);
        manifest.record(List.of(
                Scene.exported(run, 0, HOME, 10),
                Scene.exported(run, 1, PLAN, 11, new Reference("body:page:1", "00"))));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 2));

        // Then
        assertThat(plan.changes()).singleElement().isInstanceOf(Change.Reuse.class);
        assertThat(plan.summary().isToRepeat()).isTrue();
    }

    @Test
    void aPictureThatAPageHoldsItselfIsRecordedWithThePage() {
        // Given
        RunRef run = scene.runListing(HOME);
        StoredCopy file = new StoredCopy(PATH, "77", 9);
        manifest.record(
                List.of(exported(run, 0, HOME, new Reference(KEY.toString(), PATH), new PageImage(KEY, null, file))));

        // When and then
        assertThat(closings.plan(closing(run, 1)).changes()).isEmpty();
        assertThat(manifest.recorded(run.run())).isEqualTo(1);
        RunRef later = scene.runListing(HOME);
        manifest.record(List.of(Scene.exported(later, 0, HOME, 10)));
        assertThat(closings.plan(closing(later, 1)).changes())
                .containsExactly(new Change.Remove(later, 1, KEY, PATH, false, false, null, "77"));
    }

    /** Home, showing the image that the export has. */
    private void exportedBefore() {
        RunRef run = scene.run();
        manifest.record(List.of(showing(run, 0, HOME, PATH), stored(run, 1)));
    }

    private static Change.Remove removal(RunRef run, int seq) {
        return new Change.Remove(run, seq, KEY, PATH, false, false, null, Scene.CHECKSUM);
    }

    private static RunEvent.Closing closing(RunRef run, int resources) {
        return new RunEvent.Closing(run, resources, 0, true, false);
    }
}
