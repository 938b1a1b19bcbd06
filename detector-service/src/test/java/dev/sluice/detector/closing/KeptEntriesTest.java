package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.detector.manifest.ManifestQuery;
import dev.sluice.detector.manifest.ManifestSearch;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of what is gone, in exports that keep its files, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class KeptEntriesTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");

    @Inject
    Closings closings;

    @Inject
    Manifest manifest;

    @Inject
    ManifestSearch search;

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void anExportOfTwoPages() {
        scene = new Scene(folder);
        manifest.record(List.of(exported(scene.run(), 0, HOME, 0), exported(scene.run(), 1, PLAN, 0)));
    }

    @Test
    void whatVanishedIsStaleAsLongAsItIsKept() {
        assertThat(plan(false, HOME).changes()).isEmpty();
        assertThat(pagesThatAre("active")).containsExactly("page:1");
        assertThat(pagesThatAre("stale")).containsExactly("page:2");

        FollowUpPlan again = plan(false, HOME);

        assertThat(again.changes()).isEmpty();
        assertThat(again.summary().vanished()).isEqualTo(1);
        assertThat(pagesThatAre("stale")).containsExactly("page:2");
    }

    @Test
    void whatIsListedAgainIsNotStaleAnyMore() {
        plan(false, HOME);

        FollowUpPlan back = plan(false, HOME, PLAN);

        assertThat(back.changes()).isEmpty();
        assertThat(pagesThatAre("active")).containsExactly("page:1", "page:2");
    }

    @Test
    void whatIsStaleGoesWhenFilesAreRemoved() {
        plan(false, HOME);

        FollowUpPlan pruned = plan(true, HOME);

        assertThat(pruned.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Remove.class,
                        remove -> assertThat(remove.resource()).isEqualTo(PLAN.key()));
        assertThat(pruned.summary()).extracting(Outcome.FollowUps::vanished).isEqualTo(1);
    }

    @Test
    void whatTheGuardKeepsIsNotStale() {
        for (int i = 3; i < 100; i++) {
            manifest.record(List.of(exported(scene.run(), i, page("" + i, "Page " + i), 0)));
        }

        assertThat(plan(true, HOME).summary().withheld()).isEqualTo(98);
        assertThat(pagesThatAre("stale")).isEmpty();
    }

    private FollowUpPlan plan(boolean prune, Resource... listed) {
        RunRef run = scene.runListing(listed);
        return closings.plan(new RunEvent.Closing(run, listed.length, 0, prune, false));
    }

    private List<String> pagesThatAre(String status) {
        return search.find(new ManifestQuery(scene.export(), status, null, null, null), null, 100).stream()
                .map(entry -> entry.resource().toString())
                .toList();
    }
}
