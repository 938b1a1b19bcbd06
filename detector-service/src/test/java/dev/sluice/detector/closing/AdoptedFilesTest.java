package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.decide.Welcoming;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of files beside what they hold goes with the snapshot from one database to another. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class AdoptedFilesTest {

    private static final ExportHeader HEADER = new ExportHeader("https://acme.example/wiki", List.of());
    private static final AttachmentResource FILE = attachment("1", "att9", "x.png");

    private static final PageResource HOME = page("1", "Home");

    @Inject
    Snapshots snapshots;

    @Inject
    Manifest manifest;

    @Inject
    Welcoming welcoming;

    @Inject
    Closings closings;

    @TempDir
    Path folder;

    @Test
    void whatTheSiteSaidOfAFileIsTakenOver() {
        // Given
        KnownFile said = new KnownFile(Scene.CHECKSUM, "\"1-5\"", "Thu, 01 Jan 2026 12:00:00 GMT");
        RunRef elsewhere = new Scene(folder).run();
        manifest.record(List.of(exported(elsewhere, 0, FILE.holding(said), 0)));
        snapshots.write(new RunEvent.Sealing(elsewhere, 1, HEADER));

        // When
        Scene here = new Scene(folder);
        welcoming.of(here.run());

        // Then
        assertThat(manifest.find(here.export(), List.of(FILE.key()))
                        .get(FILE.key())
                        .file())
                .isEqualTo(said);
    }

    @Test
    void anImageThatWasTakenOverGoesWhenNoPageShowsItAnyMore() {
        // Given
        RunRef elsewhere = new Scene(folder).run();
        manifest.record(List.of(
                ImageOutcomes.showing(elsewhere, 0, HOME, ImageOutcomes.PATH), ImageOutcomes.stored(elsewhere, 1)));
        snapshots.write(new RunEvent.Sealing(elsewhere, 2, HEADER));
        PageResource newer = HOME.at(new ResourceVersion(2, Scene.NOON));
        RunRef run = new Scene(folder).runListing(newer);
        welcoming.of(run);
        manifest.record(List.of(exported(run, 0, newer, 5)));

        // When
        FollowUpPlan plan = closings.plan(new RunEvent.Closing(run, 1, 0, true, false));

        // Then
        assertThat(plan.changes())
                .containsExactly(new Change.Remove(
                        run, 1, ImageOutcomes.KEY, ImageOutcomes.PATH, false, false, null, Scene.CHECKSUM));
    }
}
