package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.decide.Decisions;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an export does not take: skipped, removed when they were exported before, and linked to on the site. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class FilteredAttachmentsTest {

    private static final PageResource HOME = page("1", "Home");
    /** Of four bytes. */
    private static final AttachmentResource FILE = attachment("1", "att5", "x.png");

    private static final Map<String, String> SMALL = Map.of(AttachmentFilter.MAX_SIZE, "3");

    @Inject
    Closings closings;

    @Inject
    Decisions decisions;

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
    void aFileThatIsNotTakenIsSkipped() {
        RunRef run = scene.run(SMALL);

        Decisions.Verdict verdict = decisions.on(List.of(new Descriptor(run, 0, HOME), new Descriptor(run, 1, FILE)));

        assertThat(verdict.changes()).hasSize(1);
        assertThat(verdict.skipped())
                .containsExactly(new Outcome.Skipped(
                        run, 1, FILE.key(), FILE.path(), "It has 4 bytes; the export takes up to 3."));
    }

    @Test
    void aFileThatIsNoLongerTakenIsRemovedAndLinkedToOnTheSite() {
        // Given
        RunRef before = scene.run();
        Reference shown = new Reference("file:1/x.png", FILE.path());
        manifest.record(List.of(exported(before, 0, HOME, 0, shown), exported(before, 1, FILE, 1)));
        RunRef run = scene.runListing(SMALL, HOME, FILE);

        // When
        List<Change> changes = closings.plan(closing(run)).changes();

        // Then
        assertThat(changes)
                .satisfiesExactly(
                        page -> assertThat(((Change.Reuse) page).target().resource())
                                .isEqualTo(HOME),
                        file -> assertThat(((Change.Remove) file).path()).isEqualTo(FILE.path()));
    }

    @Test
    void aPageThatLinksToTheSiteAlreadyStays() {
        RunRef before = scene.run(SMALL);
        Reference link = new Reference("file:1/x.png", "/download/attachments/1/x.png");
        manifest.record(List.of(exported(before, 0, HOME, 0, link)));

        assertThat(closings.plan(closing(scene.runListing(SMALL, HOME, FILE))).changes())
                .isEmpty();
        assertThat(closings.plan(closing(scene.runListing(HOME, FILE))).changes())
                .hasSize(1);
    }

    private static RunEvent.Closing closing(RunRef run) {
        return new RunEvent.Closing(run, 2, 0, true, false);
    }
}
