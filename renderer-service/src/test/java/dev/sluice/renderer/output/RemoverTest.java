package dev.sluice.renderer.output;

import static dev.sluice.renderer.RenderScene.attachment;
import static dev.sluice.renderer.RenderScene.blogPost;
import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.RunMode;
import dev.sluice.renderer.RenderScene;
import dev.sluice.renderer.links.TestCatalogs;
import dev.sluice.store.LocalStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoverTest {

    private static final PageResource PLAN = page("2", "Plan");

    @TempDir
    Path folder;

    private final LocalStores stores = new LocalStores();
    private final CurrentRuns current = new CurrentRuns(TestCatalogs.of(stores));
    private final Remover remover = new Remover(stores);
    private RenderScene scene;

    @BeforeEach
    void aRunThatPreservesEdits() {
        scene = new RenderScene(folder, new RunMode(2, null, false, true));
        scene.listed(page("1", "Home"), attachment("1", "att5", "x.png"));
    }

    @Test
    void aFileThatIsAsItWasExportedGoesWithItsArchivedBodyAndItsEmptyFolder() {
        // Given
        String checksum = scene.write("ENG/Plan.md", "as exported").sha256();
        scene.write(".sluice/raw/page/02/2.xml", "<p/>");

        // When
        Outcome outcome = remover.remove(remove(false, false, null, checksum), current);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Removed.class);
        assertThat(folder.resolve("ENG")).doesNotExist();
        assertThat(folder.resolve(".sluice/raw")).doesNotExist();
    }

    @Test
    void aBlogPostGoesWithItsArchivedBody() {
        // Given
        PageResource post = blogPost("7", "News");
        String checksum = scene.write(post.path(), "as exported").sha256();
        scene.write(".sluice/raw/blogpost/07/7.xml", "<p/>");

        // When
        Outcome outcome = remover.remove(
                new Change.Remove(scene.run(), 5, post.key(), post.path(), false, false, null, checksum), current);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Removed.class);
        assertThat(folder.resolve("ENG")).doesNotExist();
        assertThat(folder.resolve(".sluice/raw")).doesNotExist();
    }

    @Test
    void aFileThatSomeoneEditedIsKeptWhetherItsPageIsGoneOrHasMoved() {
        // Given
        String checksum = scene.write("ENG/Plan.md", "as exported").sha256();
        scene.write("ENG/Plan.md", "edited by hand");

        // When and then
        assertThat(remover.remove(remove(false, false, null, checksum), current))
                .isInstanceOf(Outcome.Kept.class);
        assertThat(remover.remove(remove(true, false, null, checksum), current)).isInstanceOf(Outcome.Kept.class);
        assertThat(folder.resolve("ENG/Plan.md")).hasContent("edited by hand");
    }

    @Test
    void aRunThatDoesNotPreserveEditsRemovesThem() {
        // Given
        RenderScene plain = new RenderScene(folder);
        plain.listed(page("1", "Home"));
        plain.write("ENG/Plan.md", "edited by hand");
        Change.Remove remove =
                new Change.Remove(plain.run(), 3, PLAN.key(), "ENG/Plan.md", false, false, null, "0".repeat(64));

        // When and then
        assertThat(remover.remove(remove, current)).isInstanceOf(Outcome.Removed.class);
        assertThat(folder.resolve("ENG/Plan.md")).doesNotExist();
    }

    @Test
    void aFileThatIsGoneAlreadyIsRemoved() {
        assertThat(remover.remove(remove(false, false, null, "00"), current)).isInstanceOf(Outcome.Removed.class);
    }

    @Test
    void whereSomethingElseLiesNowNothingIsRemoved() {
        // Given
        scene.write("ENG/Plan.md", "of another page");

        // When and then
        assertThat(remover.remove(remove(false, true, null, "00"), current)).isInstanceOf(Outcome.Removed.class);
        assertThat(folder.resolve("ENG/Plan.md")).hasContent("of another page");
    }

    /** Two names of one file stand for a file system that does not tell upper from lower case. */
    @Test
    void anOldNameThatIsTheNewFileInAnotherSpellingStays() throws IOException {
        // Given
        String checksum = scene.write("ENG/Plan.md", "renamed").sha256();
        Files.createLink(folder.resolve("ENG/plan.md"), folder.resolve("ENG/Plan.md"));

        // When and then
        assertThat(remover.remove(remove(true, false, "ENG/plan.md", checksum), current))
                .isInstanceOf(Outcome.Removed.class);
        assertThat(folder.resolve("ENG/Plan.md")).exists();
    }

    @Test
    void anOldNameThatDiffersOnlyInCaseGoesWhereTheseAreTwoFiles() {
        // Given
        String checksum = scene.write("ENG/Plan.md", "old").sha256();
        scene.write("ENG/plan.md", "new");

        // When
        remover.remove(remove(true, false, "ENG/plan.md", checksum), current);

        // Then
        assertThat(folder.resolve("ENG/Plan.md")).doesNotExist();
        assertThat(folder.resolve("ENG/plan.md")).hasContent("new");
    }

    @Test
    void whatARunAskedForThatALaterOneHasSupersededIsNotDone() {
        // Given
        String checksum = scene.write("ENG/Plan.md", "back since the later run").sha256();
        RenderScene earlier = new RenderScene(folder);
        Change.Remove late =
                new Change.Remove(earlier.run(), 3, PLAN.key(), "ENG/Plan.md", false, false, null, checksum);

        // When and then
        assertThat(remover.remove(late, current)).isInstanceOf(Outcome.Failed.class);
        assertThat(folder.resolve("ENG/Plan.md")).exists();
    }

    private Change.Remove remove(boolean moved, boolean taken, @Nullable String twin, String checksum) {
        return new Change.Remove(scene.run(), 3, PLAN.key(), "ENG/Plan.md", moved, taken, twin, checksum);
    }
}
