package dev.sluice.renderer.output;

import static dev.sluice.renderer.RenderScene.attachment;
import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Findings;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.renderer.RenderScene;
import dev.sluice.renderer.links.TestCatalogs;
import dev.sluice.store.LocalStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final PageResource HOME = page("1", "Home");

    @TempDir
    Path folder;

    private final LocalStores stores = new LocalStores();
    private final Renderer renderer = new Renderer(TestCatalogs.of(stores), stores, Clock.fixed(NOW, ZoneOffset.UTC));
    private RenderScene scene;

    @BeforeEach
    void aRun() {
        scene = new RenderScene(folder);
        scene.listed(HOME, page("2", "Plan"), attachment("1", "att5", "x.png"));
    }

    @Test
    void aPageIsWrittenToItsPathAndItsOutcomeSaysHowAndWhatItAsked() throws IOException {
        // Given
        Content content = scene.content(HOME, ChangeReason.NEW, """
                <p>See <ac:link><ri:page ri:content-title="Plan"/></ac:link>
                and <ac:link><ri:page ri:content-title="Nowhere"/></ac:link>.</p>""");

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(content);

        // Then
        String markdown = Files.readString(folder.resolve("ENG/Home.md"));
        assertThat(markdown).contains("](Plan.md)").contains("https://acme.example/wiki/display/ENG/Nowhere");
        assertThat(done.effect()).isEqualTo(Effect.STORED);
        assertThat(done.output()).isEqualTo(scene.write("ENG/Home.md", markdown));
        assertThat(done.source()).isEqualTo(content.bytes());
        assertThat(done.format()).isNotEmpty();
        assertThat(done.at()).isEqualTo(NOW);
        assertThat(done.references())
                .contains(new Reference("title:ENG/Plan", "ENG/Plan.md"), new Reference("title:ENG/Nowhere", null));
    }

    @Test
    void theOutcomeSaysWhatCouldNotBeRendered() {
        // Given
        Content content = scene.content(HOME, ChangeReason.NEW, """
                <ac:structured-macro ac:name="frobnicate"/>
                <p><ac:image><ri:attachment ri:filename="gone.png"/></ac:image></p>""");
        Content plain = scene.content(page("2", "Plan"), ChangeReason.NEW, "<p>Text</p>");

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(content);
        Outcome.Exported nothing = (Outcome.Exported) renderer.render(plain);

        // Then
        assertThat(done.findings()).isEqualTo(new Findings(Map.of("frobnicate", 1), List.of("attachment gone.png")));
        assertThat(nothing.findings()).isNull();
    }

    @Test
    void frontMatterSaysWhatTheListingSays() throws IOException {
        // Given
        PageResource page = new PageResource(
                HOME.key(),
                "ENG",
                "Home",
                null,
                "current",
                HOME.version(),
                HOME.path(),
                HOME.webUrl(),
                List.of("Start", "A: b"),
                NOW);

        // When
        renderer.render(scene.content(page, ChangeReason.NEW, "<p>Text</p>"));

        // Then
        assertThat(folder.resolve("ENG/Home.md")).hasContent("""
                ---
                title: "Home"
                id: "1"
                space: "ENG"
                version: 1
                status: "current"
                created: 2026-02-01T00:00:00Z
                modified: 2026-01-01T12:00:00Z
                source: "https://acme.example/wiki/1"
                ancestors:
                  - "Start"
                  - "A: b"
                ---

                # Home

                Text
                """);
    }

    @Test
    void theRunSaysHowMarkdownIsWritten() throws IOException {
        // Given
        RenderScene obsidian = new RenderScene(folder, Map.of("flavour", "obsidian"));
        obsidian.listed(HOME, page("2", "Plan"));
        String body = "<p><ac:link><ri:page ri:content-title=\"Plan\"/></ac:link></p>";
        Outcome.Exported before = (Outcome.Exported) renderer.render(scene.content(HOME, ChangeReason.NEW, body));

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(obsidian.content(HOME, ChangeReason.FORMAT, body));

        // Then
        assertThat(Files.readString(folder.resolve("ENG/Home.md"))).contains("[[Plan]]");
        assertThat(done.format()).isNotEqualTo(before.format());
    }

    @Test
    void equalBytesAreNotWrittenAndKeepTheirTime() throws IOException {
        // Given
        Content content = scene.content(HOME, ChangeReason.FORMAT, "<p>Same</p>");
        renderer.render(content);
        Files.setLastModifiedTime(folder.resolve("ENG/Home.md"), LONG_AGO);

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(content);

        // Then
        assertThat(done.effect()).isEqualTo(Effect.CONFIRMED);
        assertThat(Files.getLastModifiedTime(folder.resolve("ENG/Home.md"))).isEqualTo(LONG_AGO);
    }

    @Test
    void aFileThatSomeoneChangedIsWrittenAgain() throws IOException {
        // Given
        Content content = scene.content(HOME, ChangeReason.VERSION, "<p>Text</p>");
        renderer.render(content);
        String rendered = Files.readString(folder.resolve("ENG/Home.md"));
        scene.write("ENG/Home.md", "edited by hand");

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(content);

        // Then
        assertThat(done.effect()).isEqualTo(Effect.STORED);
        assertThat(folder.resolve("ENG/Home.md")).hasContent(rendered);
    }

    @Test
    void aDamagedOrLostArchivedBodyIsAFailureAndTouchesNoFile() throws IOException {
        // Given
        Content damaged = scene.content(HOME, ChangeReason.LINKS, "<p>Archived</p>");
        scene.write("ENG/Home.md", "as before");
        scene.write(damaged.bytes().key(), "damaged");
        Content lost =
                new Content(damaged.target(), ChangeReason.LINKS, new StoredCopy(".sluice/raw/page/09/9.xml", "00", 1));

        // When
        Outcome ofDamaged = renderer.render(damaged);
        Outcome ofLost = renderer.render(lost);

        // Then
        assertThat(java.util.List.of(ofDamaged, ofLost)).allSatisfy(outcome -> {
            Outcome.Failed failed = (Outcome.Failed) outcome;
            assertThat(failed.stage()).isEqualTo(Stage.RENDER);
            assertThat(failed.category()).isEqualTo(FailureCategory.DESTINATION);
            assertThat(failed.path()).isEqualTo("ENG/Home.md");
        });
        assertThat(folder.resolve("ENG/Home.md")).hasContent("as before");
    }

    @Test
    void aStagedFileIsMovedToItsPlace() {
        // Given
        Content content = scene.content(attachment("1", "att5", "x.png"), ChangeReason.NEW, "bytes");

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(content);

        // Then
        assertThat(folder.resolve("ENG/1/_attachments/x.png")).hasContent("bytes");
        assertThat(folder.resolve(".sluice/staging")).doesNotExist();
        assertThat(done.effect()).isEqualTo(Effect.STORED);
        assertThat(done.output().key()).isEqualTo("ENG/1/_attachments/x.png");
        assertThat(done.source()).isEqualTo(done.output());
        assertThat(done.format()).isEmpty();
    }

    @Test
    void aFilePlacedTwiceIsThereTheSecondTime() throws IOException {
        // Given
        Content content = scene.content(attachment("1", "att5", "x.png"), ChangeReason.NEW, "bytes");
        renderer.render(content);
        Files.setLastModifiedTime(folder.resolve("ENG/1/_attachments/x.png"), LONG_AGO);

        // When
        Outcome.Exported done = (Outcome.Exported) renderer.render(content);

        // Then
        assertThat(done.effect()).isEqualTo(Effect.CONFIRMED);
        assertThat(Files.getLastModifiedTime(folder.resolve("ENG/1/_attachments/x.png")))
                .isEqualTo(LONG_AGO);
    }

    @Test
    void aFileThatIsThereAlreadyLeavesNothingStaged() {
        // Given
        scene.write("ENG/1/_attachments/x.png", "bytes");
        Content content = scene.content(attachment("1", "att5", "x.png"), ChangeReason.VERSION, "bytes");

        // When
        renderer.render(content);

        // Then
        assertThat(folder.resolve(".sluice/staging")).doesNotExist();
    }

    @Test
    void aFileThatIsNoLongerStagedIsAFailureAndTheOldOneStays() {
        // Given
        scene.write("ENG/1/_attachments/x.png", "old");
        Content content = new Content(
                scene.content(attachment("1", "att5", "x.png"), ChangeReason.VERSION, "new")
                        .target(),
                ChangeReason.VERSION,
                new StoredCopy(".sluice/staging/lost", "00", 3));

        // When
        Outcome.Failed failed = (Outcome.Failed) renderer.render(content);

        // Then
        assertThat(failed.category()).isEqualTo(FailureCategory.DESTINATION);
        assertThat(folder.resolve("ENG/1/_attachments/x.png")).hasContent("old");
    }

    @Test
    void whatMovedSaysSoWhetherOrNotItsBytesChanged() {
        assertThat(((Outcome.Exported) renderer.render(scene.content(HOME, ChangeReason.MOVED, "<p>A</p>"))).effect())
                .isEqualTo(Effect.MOVED);
        assertThat(((Outcome.Exported) renderer.render(scene.content(HOME, ChangeReason.MOVED, "<p>A</p>"))).effect())
                .isEqualTo(Effect.MOVED);
    }

    @Test
    void aFolderInTheWayIsAFailureOfThisPage() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("ENG/Home.md/in/the/way"));

        // When
        Outcome outcome = renderer.render(scene.content(HOME, ChangeReason.NEW, "<p>A</p>"));

        // Then
        assertThat(((Outcome.Failed) outcome).category()).isEqualTo(FailureCategory.DESTINATION);
    }

    @Test
    @Timeout(30)
    void aBodyThatIsNestedWithoutMeasureEndsInAnOutcomeLikeEveryOther() {
        // Given
        int depth = 20_000;
        String body = "<ul><li>".repeat(depth) + "x" + "</li></ul>".repeat(depth);

        // When
        Outcome outcome = renderer.render(scene.content(HOME, ChangeReason.NEW, body));

        // Then
        assertThat(outcome).isInstanceOfAny(Outcome.Exported.class, Outcome.Failed.class);
    }
}
