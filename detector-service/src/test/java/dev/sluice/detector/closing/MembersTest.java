package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.child;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.MemberDigest;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that show their children or their files are rendered again when these change, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class MembersTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = child("2", "Plan", "1");
    private static final PageResource OPS = child("3", "Ops", "1");

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
    void theSameChildrenInAnotherOrderChangeNothing() {
        homeShows("children:1", PLAN, OPS);

        assertThat(renderedAgain(HOME, OPS, PLAN)).isEmpty();
    }

    @Test
    void aChildThatAppearsIsShown() {
        homeShows("children:1", PLAN);

        assertThat(renderedAgain(HOME, PLAN, OPS)).containsExactly("1");
    }

    @Test
    void theFirstChildIsShown() {
        homeShows("children:1");

        assertThat(renderedAgain(HOME, OPS)).containsExactly("1");
    }

    @Test
    void aChildThatIsRenamedIsShownByItsNewName() {
        homeShows("children:1", PLAN);

        assertThat(renderedAgain(HOME, child("2", "Plans", "1"))).containsExactly("1");
    }

    @Test
    void aChildThatIsGoneIsNoLongerShown() {
        homeShows("children:1", PLAN, OPS);

        assertThat(renderedAgain(HOME, PLAN)).containsExactly("1");
    }

    @Test
    void aFileThatAppearsIsShown() {
        Resource one = attachment("1", "att5", "x.png");
        homeShows("files:1", one);

        assertThat(renderedAgain(HOME, one)).isEmpty();
        assertThat(renderedAgain(HOME, one, attachment("1", "att6", "y.png"))).containsExactly("1");
    }

    @Test
    void aPageThatGetsTheLabelIsShownWhereverItLies() {
        Resource labelled = Scene.labelled("7", "Runbook", "ops");
        homeShows("label:/ops", labelled);

        assertThat(renderedAgain(HOME, labelled, page("8", "Other"))).isEmpty();
        assertThat(renderedAgain(HOME, labelled, Scene.labelled("8", "Other", "ops", "x")))
                .containsExactly("1");
    }

    @Test
    void aPageThatLosesTheLabelIsNoLongerShown() {
        homeShows("label:ENG/ops", Scene.labelled("7", "Runbook", "ops"));

        assertThat(renderedAgain(HOME, page("7", "Runbook"))).containsExactly("1");
    }

    private void homeShows(String token, Resource... members) {
        MemberDigest digest = new MemberDigest();
        List.of(members).forEach(digest::add);
        @Nullable String answer = digest.isEmpty() ? null : digest.toString();
        manifest.record(List.of(exported(scene.run(), 0, HOME, 0, new Reference(token, answer))));
    }

    private List<String> renderedAgain(Resource... listed) {
        RunRef run = scene.runListing(listed);
        return closings.plan(new RunEvent.Closing(run, listed.length, 0, false, false)).changes().stream()
                .map(change -> ((Change.Reuse) change).target().resource().key().id())
                .toList();
    }
}
