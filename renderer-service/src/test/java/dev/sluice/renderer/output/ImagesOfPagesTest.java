package dev.sluice.renderer.output;

import static dev.sluice.renderer.RenderScene.attachment;
import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.renderer.RenderScene;
import dev.sluice.renderer.links.TestCatalogs;
import dev.sluice.store.LocalStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that are no attachments. */
class ImagesOfPagesTest {

    private static final PageResource HOME = page("1", "Home");
    private static final String URL = "https://img.example/a.png";
    private static final ResourceKey KEY = ResourceKey.image(URL);
    private static final String BODY = "<p><ac:image><ri:url ri:value=\"HTTPS://img.example/a.png#x\"/></ac:image></p>";

    @TempDir
    Path folder;

    private final LocalStores stores = new LocalStores();
    private final Renderer renderer = new Renderer(TestCatalogs.of(stores), stores, Clock.systemUTC());
    private RenderScene scene;

    @BeforeEach
    void aRun() {
        scene = new RenderScene(folder);
        scene.listed(HOME, attachment("1", "att5", "x y.png"));
    }

    @Test
    void anImageThatIsNotThereYetStaysAtItsAddressAndIsAskedFor() throws IOException {
        Outcome.Exported done = render(BODY, Map.of());

        assertThat(markdown()).contains("](HTTPS://img.example/a.png#x)");
        assertThat(done.references()).contains(new Reference(KEY.toString(), null));
        assertThat(done.shows()).containsExactly(new PageImage(KEY, URL, null));
    }

    @Test
    void anImageThatTheExportHasIsShownFromThere() throws IOException {
        Outcome.Exported done = render(BODY, Map.of(KEY.toString(), "_images/a.png"));

        assertThat(markdown()).contains("](../_images/a.png)");
        assertThat(done.references()).contains(new Reference(KEY.toString(), "_images/a.png"));
    }

    @Test
    void whoWantsNoImagesFromOtherSitesGetsTheirAddresses() throws IOException {
        scene = new RenderScene(folder, Map.of("external-images", "off"));
        scene.listed(HOME);

        Outcome.Exported done = render(BODY, Map.of(KEY.toString(), "_images/a.png"));

        assertThat(markdown()).contains("](HTTPS://img.example/a.png#x)");
        assertThat(done.shows()).isEmpty();
    }

    @Test
    void ofTheSiteItselfOnlyAttachmentsAreShownAsFiles() throws IOException {
        Outcome.Exported done = render("""
                <p><img src="/wiki/download/attachments/1/x%20y.png?api=v2"/>
                <img src="https://acme.example/wiki/download/thumbnails/1/x+y.png"/>
                <img src="https://acme.example/wiki/logout.action"/></p>""", Map.of());

        assertThat(markdown()).contains("](1/_attachments/x%20y.png)").contains("/wiki/logout.action)");
        assertThat(done.shows()).isEmpty();
        assertThat(done.references()).contains(new Reference("file:1/x y.png", "ENG/1/_attachments/x y.png"));
    }

    @Test
    void anAttachmentThatTheExportDoesNotTakeIsLinkedToOnTheSite() throws IOException {
        scene = new RenderScene(folder, Map.of("attachments.max-size", "3"));
        scene.listed(HOME, attachment("1", "att5", "x y.png"));

        Outcome.Exported done =
                render("<p><ac:image><ri:attachment ri:filename=\"x y.png\"/></ac:image></p>", Map.of());

        assertThat(markdown()).contains("](https://acme.example/wiki/download/attachments/1/x%20y.png)");
        assertThat(done.references()).contains(new Reference("file:1/x y.png", "/download/attachments/1/x%20y.png"));
        assertThat(done.findings()).isNull();
    }

    @Test
    void aPictureThatThePageHoldsItselfBecomesAFileOnce() throws IOException {
        byte[] bytes = {1, 2, 3};
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);

        Outcome.Exported done = render("<p><img src='%s'/> <img src='%s'/></p>".formatted(url, url), Map.of());

        PageImage image = done.shows().getFirst();
        StoredCopy file = image.file();
        assertThat(done.shows()).hasSize(1);
        assertThat(file).isNotNull();
        assertThat(file.key()).isEqualTo("_images/" + image.key().id() + ".png");
        assertThat(Files.readAllBytes(folder.resolve(file.key()))).isEqualTo(bytes);
        assertThat(markdown()).doesNotContain("data:image").contains("](../" + file.key() + ")");
        assertThat(done.references()).contains(new Reference(image.key().toString(), file.key()));
    }

    @Test
    void aPictureOfAPageThatIsLeftAsEditedIsNotWritten() throws IOException {
        scene = new RenderScene(folder, new RunMode(1, null, false, true));
        scene.listed(HOME);
        scene.write("ENG/Home.md", "edited");

        assertThat(renderer.render(content("<p><img src='data:image/png;base64,AQID'/></p>", Map.of())))
                .isInstanceOf(Outcome.Kept.class);
        assertThat(folder.resolve("_images")).doesNotExist();
    }

    @Test
    void anImageThatIsFetchedIsPlaced() throws IOException {
        ImageResource image = new ImageResource(KEY, URL, "_images/a.png", "\"1\"", null);
        StoredCopy staged = scene.write(".sluice/staging/image", "picture");

        Outcome.Exported done = (Outcome.Exported)
                renderer.render(new Content(new Descriptor(scene.run(), 9, image), ChangeReason.NEW, staged));

        assertThat(done.effect()).isEqualTo(Effect.STORED);
        assertThat(done.output()).isEqualTo(done.source());
        assertThat(Files.readString(folder.resolve("_images/a.png"))).isEqualTo("picture");
        assertThat(folder.resolve(".sluice/staging/image")).doesNotExist();
    }

    private Outcome.Exported render(String body, Map<String, String> images) {
        return (Outcome.Exported) renderer.render(content(body, images));
    }

    private Content content(String body, Map<String, String> images) {
        Content content = scene.content(HOME, ChangeReason.VERSION, body);
        Before before = new Before("ENG/Home.md", List.of()).showing(images);
        return new Content(content.target(), content.reason(), content.bytes(), before);
    }

    private String markdown() throws IOException {
        return Files.readString(folder.resolve("ENG/Home.md"));
    }
}
