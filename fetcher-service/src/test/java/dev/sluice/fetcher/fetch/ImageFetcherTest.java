package dev.sluice.fetcher.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fetcher.web.WebServer;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.StoredCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images from other sites, on their way to the staging area. */
class ImageFetcherTest {

    @TempDir
    Path folder;

    private FetchScene scene;
    private WebServer server;
    private ImageResource image;

    @BeforeEach
    void aSiteAndAnotherOne() {
        scene = new FetchScene(folder);
        server = WebServer.start().picture("/a.png", "image/png", "picture".getBytes(UTF_8));
        String url = server.url("/a.png?token=secret");
        image = ImageResource.at(ResourceKey.image(url), url);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anImageIsStagedAndGetsItsEndingAndWhatItsServerIsAskedBy() throws IOException {
        Content content = content(scene.fetch(7, image));

        ImageResource fetched = (ImageResource) content.target().resource();
        assertThat(fetched.path()).isEqualTo("_images/" + image.key().id() + ".png");
        assertThat(fetched.etag()).isEqualTo("\"7\"");
        assertThat(content.target().seq()).isEqualTo(7);
        assertThat(Files.readString(folder.resolve(content.bytes().key()))).isEqualTo("picture");
    }

    @Test
    void aHeldImageThatHasNotChangedIsTakenFromTheExport() throws IOException {
        StoredCopy held = held("picture");

        Content content = content(check(held.sha256()));

        assertThat(content.bytes().sha256()).isEqualTo(held.sha256());
        assertThat(content.target().resource().path()).isEqualTo(held.key());
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aHeldImageThatIsDamagedIsFetchedAgain() throws IOException {
        StoredCopy held = held("someone was here");

        Content content = content(check(scene.stored("x", "picture").sha256()));

        assertThat(Files.readString(folder.resolve(content.bytes().key()))).isEqualTo("picture");
        assertThat(held.key()).isNotEqualTo(content.bytes().key());
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void anImageThatIsNotToBeHadIsSkippedWithoutShowingItsQuery() {
        String gone = server.url("/gone.png?token=secret");
        Change.Fetch fetch = scene.fetch(7, ImageResource.at(ResourceKey.image(gone), gone));

        List<Outcome> outcomes = scene.fetcher().fetch(List.of(fetch)).outcomes();

        assertThat(outcomes)
                .containsExactly(new Outcome.Skipped(
                        scene.run(),
                        7,
                        fetch.target().resource().key(),
                        server.url("/gone.png"),
                        "The server answers with HTTP 404."));
    }

    private Content content(Change.Fetch fetch) {
        Fetched fetched = scene.fetcher().fetch(List.of(fetch));
        assertThat(fetched.outcomes()).isEmpty();
        return fetched.contents().getFirst();
    }

    private StoredCopy held(String content) throws IOException {
        Path file = folder.resolve("_images/held.png");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return scene.stored("_images/held.png", content);
    }

    private Change.Fetch check(String checksum) {
        return new Change.Fetch(
                new Descriptor(scene.run(), 7, image.held("\"7\"\n")),
                ChangeReason.UNCONFIRMED,
                new Before("_images/held.png", List.of(checksum)));
    }
}
