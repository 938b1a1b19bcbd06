package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.inaccessible;
import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.Scene.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of manifest and catalog, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class ClosingsTest {

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
    void theFileOfWhatVanishedStaysWhenSomethingElseLiesThereNow() {
        // Given
        exportedBefore(PLAN);
        PageResource successor = page("7", "Plan");
        RunRef run = scene.runListing(successor);
        manifest.record(List.of(exported(run, 0, successor, 10)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 1, 1));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        new Change.Remove(run, 1, PLAN.key(), "ENG/Plan.md", false, true, null, Scene.CHECKSUM));
    }

    @Test
    void whatMovedAwayAndBackHasNoOldFile() {
        // Given
        exportedBefore(PLAN);
        manifest.record(List.of(exported(scene.run(), 0, MOVED_PLAN, 5)));
        RunRef run = scene.runListing(PLAN);
        manifest.record(List.of(exported(run, 0, PLAN, 10)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 1, 1));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        new Change.Remove(run, 1, PLAN.key(), "ENG/Old/Plan.md", true, false, null, Scene.CHECKSUM));
    }

    @Test
    void whatBecameInaccessibleIsRemovedThoughItIsListed() {
        // Given
        exportedBefore(HOME);
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME, PLAN);
        manifest.record(List.of(inaccessible(run, 1, PLAN)));

        // When
        FollowUpPlan plan = closings.plan(closing(run, 2, 1));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        new Change.Remove(run, 2, PLAN.key(), "ENG/Plan.md", false, false, null, Scene.CHECKSUM));
    }

    @Test
    void whatIsRemovedAlreadyIsNotRemovedAgain() {
        // Given
        exportedBefore(HOME);
        exportedBefore(PLAN);
        manifest.record(List.of(removed(scene.run(), 1, PLAN, false)));
        RunRef run = scene.runListing(HOME);

        // When and then
        assertThat(closings.plan(closing(run, 1, 0)).summary()).isEqualTo(new Outcome.FollowUps(run, 1, 0, 0, 0));
    }

    @Test
    void withoutPruneWhatVanishedIsCountedAndKept() {
        // Given
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME);

        // When
        FollowUpPlan plan = closings.plan(new RunEvent.Closing(run, 1, 0, false, false));

        // Then
        assertThat(plan).isEqualTo(new FollowUpPlan(List.of(), new Outcome.FollowUps(run, 1, 0, 1, 0)));
    }

    @Test
    void theGuardWithholdsAMassDeletionUnlessItIsAskedFor() {
        // Given
        exportedBefore(HOME);
        IntStream.range(100, 121).forEach(id -> exportedBefore(page("" + id, "T" + id)));
        RunRef guarded = scene.runListing(HOME);
        RunRef asked = scene.runListing(HOME);

        // When
        FollowUpPlan withheld = closings.plan(closing(guarded, 1, 0));
        FollowUpPlan removed = closings.plan(new RunEvent.Closing(asked, 1, 0, true, true));

        // Then
        assertThat(withheld).isEqualTo(new FollowUpPlan(List.of(), new Outcome.FollowUps(guarded, 1, 0, 21, 21)));
        assertThat(removed.summary()).isEqualTo(new Outcome.FollowUps(asked, 1, 21, 21, 0));
        assertThat(removed.changes()).hasSize(21).allMatch(Change.Remove.class::isInstance);
    }

    @Test
    void askingTwiceGivesTheSameFollowUpsWhateverHappenedMeanwhile() {
        // Given
        exportedBefore(HOME, new Reference("id:2", "ENG/Plan.md"));
        exportedBefore(PLAN);
        RunRef run = scene.runListing(HOME);
        FollowUpPlan first = closings.plan(closing(run, 1, 0));
        manifest.record(List.of(removed(run, 2, PLAN, false)));

        // When
        FollowUpPlan second = closings.plan(closing(run, 1, 0));

        // Then
        assertThat(first.changes()).hasSize(2);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void waitsUntilTheOutcomesAreRecorded() {
        // Given
        RunRef run = scene.runListing(HOME);
        RunEvent.Closing closing = closing(run, 1, 1);

        // When and then
        assertThatThrownBy(() -> closings.plan(closing)).isInstanceOf(NotRecordedYetException.class);
        manifest.record(List.of(exported(run, 0, HOME, 0)));
        assertThat(closings.plan(closing).changes()).isEmpty();
    }

    @Test
    void aRunThatIsOverLeavesNothingBehind() {
        // Given
        RunRef run = scene.runListing(HOME);
        manifest.record(List.of(exported(run, 0, HOME, 0)));
        closings.plan(closing(run, 1, 1));

        // When
        closings.forget(run);

        // Then
        assertThat(manifest.recorded(run.run())).isZero();
    }

    private void exportedBefore(Resource resource, Reference... references) {
        manifest.record(List.of(exported(scene.run(), 0, resource, 0, references)));
    }

    private static RunEvent.Closing closing(RunRef run, int resources, int recorded) {
        return new RunEvent.Closing(run, resources, recorded, true, false);
    }
}
