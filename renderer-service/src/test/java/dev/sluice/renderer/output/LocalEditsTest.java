package dev.sluice.renderer.output;

import static dev.sluice.renderer.RenderScene.attachment;
import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.RunMode;
import dev.sluice.renderer.RenderScene;
import dev.sluice.renderer.links.TestCatalogs;
import dev.sluice.store.LocalStores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that leaves files alone that someone edited. */
class LocalEditsTest {

    private static final PageResource HOME = page("1", "Home");

    @TempDir
    Path folder;

    private final LocalStores stores = new LocalStores();
    private final Renderer renderer = new Renderer(TestCatalogs.of(stores), stores, Clock.systemUTC());
    private RenderScene scene;

    @BeforeEach
    void aRun() {
        scene = new RenderScene(folder, new RunMode(2, null, false, true));
        scene.listed(HOME, attachment("1", "att5", "x.png"));
    }

    @Test
    void aFileThatIsAsItWasExportedIsOverwritten() {
        // Given
        String checksum = scene.write("ENG/Home.md", "as exported").sha256();

        // When
        Outcome outcome = renderer.render(version("<p>New</p>", new Before("ENG/Home.md", List.of(checksum))));

        // Then
        assertThat(((Outcome.Exported) outcome).effect()).isEqualTo(Effect.STORED);
    }

    @Test
    void aFileThatSomeoneEditedIsKept() {
        // Given
        String checksum = scene.write("ENG/Home.md", "as exported").sha256();
        scene.write("ENG/Home.md", "edited by hand");

        // When
        Outcome outcome = renderer.render(version("<p>New</p>", new Before("ENG/Home.md", List.of(checksum))));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Kept(scene.run(), 0, HOME.key(), "ENG/Home.md"));
        assertThat(folder.resolve("ENG/Home.md")).hasContent("edited by hand");
    }

    @Test
    void aFileThatIsInTheWayOfANewPageIsKept() {
        // Given
        scene.write("ENG/Home.md", "mine");

        // When and then
        assertThat(renderer.render(version("<p>New</p>", Before.NOTHING))).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void aFileThatHoldsWhatWouldBeWrittenIsNoEdit() {
        // Given
        Content content = version("<p>New</p>", Before.NOTHING);
        renderer.render(content);

        // When and then
        assertThat(((Outcome.Exported) renderer.render(content)).effect()).isEqualTo(Effect.CONFIRMED);
    }

    @Test
    void anAttachmentThatSomeoneEditedIsKeptAndNothingStaysStaged() {
        // Given
        scene.write("ENG/1/_attachments/x.png", "edited");
        Content staged = scene.content(attachment("1", "att5", "x.png"), ChangeReason.VERSION, "new");
        Before before = new Before("ENG/1/_attachments/x.png", List.of("0".repeat(64)));

        // When
        Outcome outcome = renderer.render(new Content(staged.target(), staged.reason(), staged.bytes(), before));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        assertThat(folder.resolve("ENG/1/_attachments/x.png")).hasContent("edited");
        assertThat(folder.resolve(".sluice/staging")).doesNotExist();
    }

    @Test
    void whatHasANewVersionAtAnotherPathHasMoved() {
        // When
        Outcome outcome = renderer.render(version("<p>New</p>", new Before("ENG/Before.md", List.of())));

        // Then
        assertThat(((Outcome.Exported) outcome).effect()).isEqualTo(Effect.MOVED);
    }

    private Content version(String body, Before before) {
        Content content = scene.content(HOME, ChangeReason.VERSION, body);
        return new Content(content.target(), content.reason(), content.bytes(), before);
    }
}
