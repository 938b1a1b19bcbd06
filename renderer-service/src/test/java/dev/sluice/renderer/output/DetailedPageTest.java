package dev.sluice.renderer.output;

import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.KnownPerson;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.Wire;
import dev.sluice.renderer.RenderScene;
import dev.sluice.renderer.links.TestCatalogs;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.LocalStores;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a page besides its body, in its Markdown. */
class DetailedPageTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private final LocalStores stores = new LocalStores();
    private final Renderer renderer = new Renderer(TestCatalogs.of(stores), stores, Clock.systemUTC());

    @Test
    void frontMatterNamesAuthorsAndLabelsAndTextNamesPeople() {
        // Given
        RenderScene scene = new RenderScene(folder, Map.of("front-matter", "authors,labels"));
        List<Person> authors = List.of(new Person("ada", null), new Person("bora", "Bora"), new Person("carl", null));
        PageResource home = home(scene, new PageDetails(authors, List.of("runbook", "ops"), null));
        scene.write(
                DestinationLayout.person("ada"),
                new String(Wire.encode(new KnownPerson("ada", "Ada: \"A\"", NOON)), StandardCharsets.UTF_8));

        // When
        renderer.render(scene.content(home, ChangeReason.NEW, """
                <p><ac:link><ri:user ri:account-id="ada"/></ac:link>,
                <ac:link><ri:user ri:userkey="ada"/></ac:link>,
                <ac:link><ri:user ri:account-id="dana"/></ac:link></p>"""));

        // Then
        assertThat(folder.resolve("ENG/Home.md")).hasContent("""
                ---
                authors:
                  - "Ada: \\"A\\""
                  - "Bora"
                  - "carl"
                labels:
                  - "ops"
                  - "runbook"
                ---

                # Home

                @Ada: "A", @Ada: "A", @dana
                """);
    }

    @Test
    void commentsFollowThePageWithTheNamesOfThoseWhoWroteThem() {
        // Given
        RenderScene scene = new RenderScene(folder, Map.of("front-matter", "none", "comments", "on"));
        CommentThread reply = comment("8", new Person("carl", null), "", false, "<p>Yes</p>");
        CommentThread open =
                comment("7", new Person("ada", "Ada"), "Plan", false, "<p>Is it <em>done</em>?</p>", reply);
        CommentThread resolved = comment("9", new Person("bora", "Bora"), "", true, "<p>Old</p>");
        PageResource home = home(scene, new PageDetails(null, null, written(scene, open, resolved)));

        // When
        renderer.render(scene.content(home, ChangeReason.DETAILS, "<p>The Plan.</p>"));

        // Then
        assertThat(folder.resolve("ENG/Home.md")).hasContent("""
                # Home

                The Plan.

                ## Comments

                > **Ada**, 2026-01-01T12:00:00Z
                >
                > > Plan
                >
                > Is it *done*?
                >
                > > **carl**, 2026-01-01T12:00:00Z
                > >
                > > Yes
                """);
    }

    @Test
    void resolvedCommentsAreThereWhenTheyAreAskedFor() throws IOException {
        // Given
        RenderScene scene = new RenderScene(folder, Map.of("comments", "on", "resolved-comments", "on"));
        CommentThread resolved = comment("9", new Person("bora", "Bora"), "", true, "<p>Old</p>");
        PageResource home = home(scene, new PageDetails(null, null, written(scene, resolved)));

        // When
        renderer.render(scene.content(home, ChangeReason.DETAILS, "<p>The Plan.</p>"));

        // Then
        assertThat(Files.readString(folder.resolve("ENG/Home.md"))).contains("(resolved)", "Old");
    }

    @Test
    void aPageWhoseListedCommentsAreLostIsAFailureAndKeepsItsFile() throws IOException {
        // Given
        RenderScene scene = new RenderScene(folder);
        CommentsRef lost = new CommentsRef(".sluice/catalog/gone/comments-0.jsonl", 0, 9, "aa");
        PageResource home = home(scene, new PageDetails(null, null, lost));
        scene.write(home.path(), "before");

        // When
        Outcome outcome = renderer.render(scene.content(home, ChangeReason.DETAILS, "<p>Text</p>"));

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.category()).isEqualTo(FailureCategory.DESTINATION));
        assertThat(Files.readString(folder.resolve(home.path()))).isEqualTo("before");
    }

    @SuppressWarnings("ParameterNumber") // those of a comment
    private static CommentThread comment(
            String id, Person author, String quoted, boolean resolved, String storage, CommentThread... replies) {
        return new CommentThread(id, author, NOON, quoted, resolved, storage, List.of(replies));
    }

    private CommentsRef written(RenderScene scene, CommentThread... comments) {
        try (ObjectStore store = LocalObjectStore.open(folder)) {
            CommentFiles files = new CommentFiles(store, scene.run().run());
            CommentsRef ref = files.add(List.of(comments));
            files.finish();
            return ref;
        }
    }

    /** The one page that the run has listed. */
    private static PageResource home(RenderScene scene, PageDetails details) {
        PageResource page = page("1", "Home");
        PageResource home = page.with(details);
        scene.listed(home);
        return home;
    }
}
