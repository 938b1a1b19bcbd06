package dev.sluice.detector.manifest;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.inaccessible;
import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.Scene.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Stage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arrives twice, late or out of order, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class RedeliveryTest {

    private static final PageResource DESIGN = page("1", "Design");
    private static final PageResource MOVED_DESIGN = page("1", "Design", "ENG/Old/Design.md");

    @Inject
    Manifest manifest;

    @Inject
    Rows rows;

    private final Scene scene = new Scene(Path.of("unused").toAbsolutePath());

    @Test
    void theSameOutcomesTwiceChangeNothing() throws SQLException {
        // Given
        RunRef first = scene.run();
        RunRef second = scene.run();
        List<Outcome> outcomes = List.of(
                exported(first, 0, DESIGN, 0, new Reference("id:2", "ENG/Plan.md")),
                exported(first, 1, page("2", "Plan"), 0),
                exported(first, 2, page("3", "Gone"), 0),
                exported(second, 0, MOVED_DESIGN, 10, new Reference("id:2", null)),
                inaccessible(second, 1, page("2", "Plan")),
                removed(second, 2, page("3", "Gone"), false));
        manifest.record(outcomes.subList(0, 3));
        manifest.record(outcomes.subList(3, 6));
        List<String> once = rows.of(scene.export());

        // When
        manifest.record(outcomes.subList(3, 6));

        // Then
        assertThat(rows.of(scene.export())).isEqualTo(once);
    }

    @Test
    void anOlderMessageAfterANewerOneChangesNothing() throws SQLException {
        // Given
        RunRef run = scene.run();
        manifest.record(List.of(exported(run, 0, MOVED_DESIGN, 10, new Reference("id:2", "ENG/New.md"))));
        List<String> before = rows.of(scene.export());

        // When
        manifest.record(List.of(exported(run, 0, DESIGN, 0, new Reference("id:2", "ENG/Old.md"))));

        // Then
        assertThat(rows.of(scene.export())).isEqualTo(before);
    }

    @Test
    void anOlderMessageBehindANewerOneInTheSameBatchChangesNothing() throws SQLException {
        // Given
        RunRef run = scene.run();
        Outcome newer = exported(run, 0, MOVED_DESIGN, 10, new Reference("id:2", "ENG/New.md"));
        manifest.record(List.of(newer));
        List<String> before = rows.of(scene.export());

        // When
        manifest.record(List.of(newer, exported(run, 0, DESIGN, 0, new Reference("id:2", "ENG/Old.md"))));

        // Then
        assertThat(rows.of(scene.export())).isEqualTo(before);
    }

    @Test
    void whatIsBackAfterItsRemovalIsActiveEvenInTheSameBatch() {
        // Given
        RunRef first = scene.run();
        RunRef second = scene.run();
        manifest.record(List.of(exported(first, 0, DESIGN, 0)));

        // When
        manifest.record(List.of(removed(first, 1, DESIGN, false), exported(second, 0, DESIGN, 10)));

        // Then
        assertThat(known(DESIGN).active()).isTrue();
        assertThat(manifest.recorded(first.run())).isEqualTo(2);
    }

    @Test
    void whatIsVisibleAgainIsActiveEvenInTheSameBatch() {
        // Given
        RunRef first = scene.run();
        manifest.record(List.of(exported(first, 0, DESIGN, 0)));

        // When
        manifest.record(List.of(inaccessible(scene.run(), 0, DESIGN), exported(scene.run(), 0, DESIGN, 10)));

        // Then
        assertThat(known(DESIGN).active()).isTrue();
    }

    @Test
    void whatAnEarlierRunSaidOfAResourceDoesNotUndoALaterOne() throws SQLException {
        // Given
        RunRef earlier = scene.run(1);
        RunRef later = scene.run(2);
        manifest.record(List.of(exported(later, 0, DESIGN, 0, new Reference("id:2", "ENG/Plan.md"))));
        List<String> before = rows.of(scene.export());

        // When
        manifest.record(List.of(inaccessible(earlier, 0, DESIGN)));
        manifest.record(List.of(removed(earlier, 1, DESIGN, false)));
        manifest.record(List.of(exported(earlier, 2, MOVED_DESIGN, 99)));

        // Then
        assertThat(rows.of(scene.export())).isEqualTo(before);
    }

    @Test
    void whatIsRemovedDoesNotComeBackWhenItsExportIsDeliveredAgain() {
        // Given
        Outcome export = exported(scene.run(1), 0, DESIGN, 0);
        manifest.record(List.of(export));
        manifest.record(List.of(removed(scene.run(2), 1, DESIGN, false)));

        // When
        manifest.record(List.of(export));

        // Then
        assertThat(known(DESIGN).active()).isFalse();
    }

    @Test
    void countsEachRecordedNumberOnceAndOnlyThoseThatItRecords() {
        // Given
        RunRef run = scene.run();
        List<Outcome> outcomes = List.of(
                exported(run, 0, DESIGN, 0),
                inaccessible(run, 1, page("2", "Hidden")),
                removed(run, 2, page("3", "Gone"), false),
                new Outcome.Unchanged(run, List.of(new SeqRange(3, 9))),
                new Outcome.Failed(
                        run, 10, DESIGN.key(), "ENG/X.md", Stage.FETCH, FailureCategory.UNAVAILABLE, "No answer."),
                new Outcome.FollowUps(run, 3, 0, 0, 0),
                new Outcome.SnapshotWritten(run));

        // When
        manifest.record(outcomes);
        manifest.record(outcomes);

        // Then
        assertThat(manifest.recorded(run.run())).isEqualTo(3);
    }

    private Known known(PageResource page) {
        return manifest.find(scene.export(), List.of(page.key())).get(page.key());
    }
}
