package dev.sluice.detector.manifest;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.inaccessible;
import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.Scene.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The manifest in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class ManifestTest {

    private static final PageResource DESIGN = page("1", "Design");
    private static final PageResource MOVED_DESIGN = page("1", "Design", "ENG/Old/Design.md");

    @Inject
    Manifest manifest;

    @Inject
    Rows rows;

    private final Scene scene = new Scene(Path.of("unused").toAbsolutePath());

    @Test
    void knowsWhatWasExported() {
        // Given
        RunRef run = scene.run();

        // When
        manifest.record(List.of(exported(run, 0, DESIGN, 0), exported(run, 1, attachment("1", "att2", "x.png"), 0)));

        // Then
        ResourceKey file = ResourceKey.attachment("1", "att2");
        assertThat(manifest.find(scene.export(), List.of(DESIGN.key(), file, ResourceKey.page("9"))))
                .containsOnlyKeys(DESIGN.key(), file)
                .containsEntry(
                        DESIGN.key(),
                        new Known(
                                true,
                                new ResourceVersion(1, Scene.NOON),
                                DESIGN.identity(),
                                "ENG/Design.md",
                                Scene.CHECKSUM,
                                "markdown-1",
                                "",
                                new StoredCopy(".sluice/raw/page/01/1.xml", "1".repeat(64), 3),
                                Scene.NOON,
                                null,
                                false));
    }

    @Test
    void keepsWhatTheSiteSaidOfAFileAndForgetsItWithAnotherOne() {
        // Given
        RunRef run = scene.run();
        AttachmentResource file = attachment("1", "att2", "x.png");
        KnownFile held = new KnownFile(Scene.CHECKSUM, "\"1-5\"", "Thu, 01 Jan 2026 12:00:00 GMT");

        // When
        manifest.record(List.of(exported(run, 0, file.holding(held), 0)));
        Known first = manifest.find(scene.export(), List.of(file.key())).get(file.key());
        manifest.record(List.of(exported(run, 0, file, 1)));
        Known second = manifest.find(scene.export(), List.of(file.key())).get(file.key());

        // Then
        assertThat(first.heldOf(file)).isEqualTo(held);
        assertThat(second.heldOf(file)).isNull();
    }

    @Test
    void keepsTheFingerprintOfWhatBelongsToAPageAndForgetsItWhenThereIsNothingLeft() {
        // Given
        PageResource labelled = Scene.labelled("1", "Design", "ops");
        RunRef run = scene.run();

        // When and then
        manifest.record(List.of(exported(run, 0, labelled, 0)));
        assertThat(details(labelled)).isEqualTo(labelled.detailsFingerprint()).isNotEmpty();
        manifest.record(List.of(exported(run, 0, Scene.page("1", "Design"), 1)));
        assertThat(details(labelled)).isEmpty();
    }

    private String details(PageResource page) {
        return Objects.requireNonNull(
                        manifest.find(scene.export(), List.of(page.key())).get(page.key()))
                .details();
    }

    @Test
    void exportsDoNotSeeEachOthersEntries() {
        // Given
        manifest.record(List.of(exported(scene.run(), 0, DESIGN, 0)));

        // When and then
        assertThat(manifest.find(new Scene(Path.of("other")).export(), List.of(DESIGN.key())))
                .isEmpty();
    }

    @Test
    void aNewerMessageReplacesTheReferences() throws SQLException {
        // Given
        RunRef run = scene.run();
        manifest.record(
                List.of(exported(run, 0, DESIGN, 0, new Reference("id:2", "ENG/A.md"), new Reference("id:3", null))));

        // When
        manifest.record(List.of(exported(scene.run(), 0, DESIGN, 1, new Reference("id:2", "ENG/B.md"))));

        // Then
        assertThat(rows.strings(
                        "select token || ' ' || path from detector.page_reference where export_id = ?", scene.export()))
                .containsExactly("id:2 ENG/B.md");
    }

    @Test
    void keepsTheOldPathOfWhatMovedUntilItsRemovalIsRecorded() throws SQLException {
        // Given
        String oldPaths = "select path from detector.old_path where export_id = ?";
        manifest.record(List.of(exported(scene.run(), 0, DESIGN, 0)));
        RunRef second = scene.run();

        // When
        manifest.record(List.of(exported(second, 0, MOVED_DESIGN, 10)));
        List<String> moved = rows.strings(oldPaths, scene.export());
        manifest.record(List.of(removed(second, 1, DESIGN, true)));

        // Then
        assertThat(moved).containsExactly("ENG/Design.md");
        assertThat(rows.strings(oldPaths, scene.export())).isEmpty();
        assertThat(known(DESIGN).active()).isTrue();
        assertThat(known(DESIGN).path()).isEqualTo("ENG/Old/Design.md");
    }

    @Test
    void whatIsRemovedIsInactiveAndRefersToNothing() throws SQLException {
        // Given
        RunRef run = scene.run();
        manifest.record(List.of(exported(run, 0, DESIGN, 0, new Reference("id:2", null))));

        // When
        manifest.record(List.of(removed(run, 1, DESIGN, false)));

        // Then
        assertThat(known(DESIGN).active()).isFalse();
        assertThat(rows.strings("select token from detector.page_reference where export_id = ?", scene.export()))
                .isEmpty();
    }

    @Test
    void whatBecameInaccessibleIsInactiveAndWhatNeverWasExportedStaysUnknown() {
        // Given
        RunRef run = scene.run();
        manifest.record(List.of(exported(scene.run(), 0, DESIGN, 0)));

        // When
        manifest.record(List.of(inaccessible(run, 0, DESIGN), inaccessible(run, 1, page("2", "Hidden"))));

        // Then
        assertThat(known(DESIGN).active()).isFalse();
        assertThat(manifest.find(scene.export(), List.of(ResourceKey.page("2"))))
                .isEmpty();
    }

    @Test
    void aTextThatTheDatabaseCannotHoldDoesNotStopTheRest() {
        // Given
        RunRef run = scene.run();
        PageResource hostile = page("1", "nul \u0000 and a half \ud83d", "ENG/nul.md");

        // When
        manifest.record(List.of(
                exported(run, 0, hostile, 0, new Reference(ReferenceToken.title("ENG", "\u0000"), null)),
                exported(run, 1, page("2", "Plan"), 0)));

        // Then
        assertThat(manifest.recorded(run.run())).isEqualTo(2);
        assertThat(known(hostile).identity()).isEqualTo(hostile.identity());
    }

    @Test
    void recordsAThousandOutcomesAtOnce() {
        // Given
        RunRef run = scene.run();
        List<Outcome> outcomes = IntStream.range(0, 1000)
                .mapToObj(seq -> exported(run, seq, page("p" + seq, "T" + seq), 0, new Reference("id:" + seq, null)))
                .toList();

        // When
        manifest.record(outcomes);

        // Then
        assertThat(manifest.recorded(run.run())).isEqualTo(1000);
    }

    private Known known(PageResource page) {
        return manifest.find(scene.export(), List.of(page.key())).get(page.key());
    }
}
