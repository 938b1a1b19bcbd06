package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that show another page's body are rendered again until they show the one of the manifest. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class ShownBodiesTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");
    /** Of the body that {@link Scene#exported} archives. */
    private static final String CURRENT = "1".repeat(64);

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
    void whatShowsTheBodyOfTheManifestStays() {
        homeShowsPlan(scene.run(), CURRENT);

        assertThat(renderedAgain(scene.runListing(HOME, PLAN))).isEmpty();
    }

    @Test
    void whatShowsAnEarlierBodyIsRenderedAgain() {
        homeShowsPlan(scene.run(), "2".repeat(64));

        assertThat(renderedAgain(scene.runListing(HOME, PLAN))).containsExactly("1");
    }

    @Test
    void whatWasRenderedInThisRunBeforeTheBodyCameIsRenderedAgain() {
        RunRef run = scene.runListing(HOME, PLAN);
        homeShowsPlan(run, null);

        assertThat(renderedAgain(run)).containsExactly("1");
    }

    @Test
    void whatShowsAPageThatIsGoneIsRenderedAgain() {
        homeShowsPlan(scene.run(), CURRENT);
        manifest.record(List.of(Scene.removed(scene.run(), 0, PLAN, false)));

        assertThat(renderedAgain(scene.runListing(HOME))).containsExactly("1");
    }

    @Test
    void whatIsRenderedAgainNamesThePagesThatItShowsDirectlyOrNot() {
        RunRef before = scene.run();
        PageResource detail = page("3", "Detail");
        homeShowsPlan(before, null);
        manifest.record(List.of(
                exported(before, 1, PLAN, 2, new Reference("body:page:3", CURRENT)), exported(before, 2, detail, 0)));
        RunRef run = scene.runListing(HOME, PLAN, detail);

        assertThat(closings.plan(new RunEvent.Closing(run, 3, 0, false, false)).changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Reuse.class,
                        reuse -> assertThat(reuse.shown()).containsExactly(PLAN.key(), detail.key()));
    }

    private void homeShowsPlan(RunRef run, @Nullable String checksum) {
        manifest.record(
                List.of(exported(run, 0, HOME, 0, new Reference("body:page:2", checksum)), exported(run, 1, PLAN, 1)));
    }

    private List<String> renderedAgain(RunRef run) {
        return closings.plan(new RunEvent.Closing(run, 2, 0, false, false)).changes().stream()
                .map(change -> ((Change.Reuse) change).target().resource().key().id())
                .toList();
    }
}
