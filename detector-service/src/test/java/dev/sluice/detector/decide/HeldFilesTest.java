package dev.sluice.detector.decide;

import static dev.sluice.detector.Scene.NOON;
import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which downloads name the bytes that the export already has. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class HeldFilesTest {

    private static final AttachmentResource FILE = attachment("1", "att2", "x.png");
    private static final KnownFile HELD = new KnownFile(Scene.CHECKSUM, "\"1-5\"", "Thu, 01 Jan 2026 12:00:00 GMT");

    @Inject
    Manifest manifest;

    @Inject
    Decisions decisions;

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void aFileOfWhichTheSiteSaidSomething() {
        scene = new Scene(folder);
        manifest.record(List.of(exported(scene.run(), 0, FILE.holding(HELD), 0)));
    }

    @Test
    void aForcedDownloadNamesThem() {
        assertThat(fetch(new RunMode(2, NOON.plusSeconds(60), false, false)))
                .isEqualTo(fetch(FILE.holding(HELD), ChangeReason.FORCED));
    }

    @Test
    void aDownloadOfEverythingWhateverTheManifestSaysDoesNot() {
        assertThat(fetch(new RunMode(2, null, true, false))).isEqualTo(fetch(FILE, ChangeReason.UNCONDITIONAL));
    }

    @Test
    void aDownloadForAFileThatIsLostDoesNot() {
        assertThat(fetch(new RunMode(2, null, false, false, true))).isEqualTo(fetch(FILE, ChangeReason.REPAIR));
    }

    private record Wanted(AttachmentResource file, ChangeReason reason) {}

    private static Wanted fetch(AttachmentResource file, ChangeReason reason) {
        return new Wanted(file, reason);
    }

    private Wanted fetch(RunMode mode) {
        RunRef run = scene.run(mode);
        Change.Fetch fetch = (Change.Fetch)
                decisions.on(List.of(new Descriptor(run, 0, FILE))).changes().getFirst();
        return new Wanted((AttachmentResource) fetch.target().resource(), fetch.reason());
    }
}
