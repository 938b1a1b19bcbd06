package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Stamp;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.KnownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attachments of which the site may say that there are no other bytes than those that are held. */
class HeldFilesTest {

    private static final Stamp STAMP = new Stamp("\"1-5\"", "Thu, 01 Jan 2026 12:00:00 GMT");

    @TempDir
    Path folder;

    private FetchScene scene;
    private AttachmentResource file;

    @BeforeEach
    void aSiteThatSaysSomethingOfItsFile() {
        scene = new FetchScene(folder);
        file = scene.attachment("1", "att5", "bytes");
        scene.confluence().stamp("att5", STAMP);
    }

    @Test
    void whatTheSiteSaysOfAFileGoesOnWithIt() {
        // When
        Content content = fetched(file);

        // Then
        assertThat(content.target().resource()).isEqualTo(file.holding(held("bytes", STAMP)));
    }

    @Test
    void aFileThatTheSiteHasNothingElseOfComesFromTheDestination() throws IOException {
        // Given
        lies("bytes");

        // When
        Content content = fetched(file.holding(held("bytes", STAMP)));

        // Then
        String staged = ".sluice/staging/" + scene.run().run() + "/att5-7";
        assertThat(content.bytes()).isEqualTo(scene.stored(staged, "bytes"));
        assertThat(content.target().resource()).isEqualTo(file.holding(held("bytes", STAMP)));
        assertThat(scene.confluence().downloads()).hasSize(1);
    }

    @Test
    void aFileThatIsLostOrDamagedIsDownloadedWhateverTheSiteSays() throws IOException {
        // Given
        lies("other bytes");

        // When
        Content content = fetched(file.holding(held("bytes", STAMP)));

        // Then
        assertThat(content.bytes().sha256())
                .isEqualTo(scene.stored("any", "bytes").sha256());
        assertThat(scene.confluence().downloads()).hasSize(2);
    }

    @Test
    void aFileThatTheSiteHasOtherBytesOfIsDownloaded() throws IOException {
        // Given
        lies("older bytes");
        Stamp older = new Stamp("\"0-9\"", null);

        // When
        Content content = fetched(file.holding(held("older bytes", older)));

        // Then
        assertThat(content.target().resource()).isEqualTo(file.holding(held("bytes", STAMP)));
    }

    private void lies(String content) throws IOException {
        Path place = folder.resolve(file.path());
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
    }

    private KnownFile held(String content, Stamp stamp) {
        return new KnownFile(scene.stored("any", content).sha256(), stamp.etag(), stamp.lastModified());
    }

    private Content fetched(AttachmentResource resource) {
        Change.Fetch fetch = new Change.Fetch(
                new Descriptor(scene.run(), 7, resource), ChangeReason.FORCED, new Before(file.path(), List.of()));
        return scene.fetcher().fetch(List.of(fetch)).contents().getFirst();
    }
}
