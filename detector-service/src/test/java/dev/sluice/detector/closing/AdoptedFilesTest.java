package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.decide.Welcoming;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site said of a file goes with the snapshot from one database to another. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class AdoptedFilesTest {

    private static final AttachmentResource FILE = attachment("1", "att9", "x.png");

    @Inject
    Snapshots snapshots;

    @Inject
    Manifest manifest;

    @Inject
    Welcoming welcoming;

    @TempDir
    Path folder;

    @Test
    void whatTheSiteSaidOfAFileIsTakenOver() {
        // Given
        KnownFile said = new KnownFile(Scene.CHECKSUM, "\"1-5\"", "Thu, 01 Jan 2026 12:00:00 GMT");
        RunRef elsewhere = new Scene(folder).run();
        manifest.record(List.of(exported(elsewhere, 0, FILE.holding(said), 0)));
        snapshots.write(new RunEvent.Sealing(elsewhere, 1, new ExportHeader("https://acme.example/wiki", List.of())));

        // When
        Scene here = new Scene(folder);
        welcoming.of(here.run());

        // Then
        assertThat(manifest.find(here.export(), List.of(FILE.key()))
                        .get(FILE.key())
                        .file())
                .isEqualTo(said);
    }
}
