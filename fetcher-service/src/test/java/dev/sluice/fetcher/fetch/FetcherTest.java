package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FetcherTest {

    @TempDir
    Path folder;

    private FetchScene scene;

    @BeforeEach
    void aSite() {
        scene = new FetchScene(folder);
    }

    @Test
    void bodiesAreAskedForAHundredAtATimeAndArchived() throws IOException {
        // Given
        List<Change> pages = IntStream.range(0, 250)
                .mapToObj(seq -> scene.fetch(seq, scene.page("" + (1000 + seq))))
                .map(Change.class::cast)
                .toList();

        // When
        Fetched fetched = scene.fetcher().fetch(pages);

        // Then
        assertThat(scene.confluence().askedBodies().stream().map(List::size)).containsExactlyInAnyOrder(100, 100, 50);
        assertThat(fetched.outcomes()).isEmpty();
        assertThat(fetched.contents()).hasSize(250);
        assertThat(Files.readString(folder.resolve(".sluice/raw/page/07/1007.xml")))
                .isEqualTo("<p>1007</p>");
    }

    @Test
    void bodiesOfBlogPostsAreAskedForApartFromThoseOfPages() throws IOException {
        // Given
        List<Change> both = List.of(scene.fetch(0, scene.page("1")), scene.fetch(1, scene.blogPost("2")));

        // When
        Fetched fetched = scene.fetcher().fetch(both);

        // Then
        assertThat(scene.confluence().askedBodies()).containsExactly(List.of("1"), List.of("2"));
        assertThat(fetched.outcomes()).isEmpty();
        assertThat(Files.readString(folder.resolve(".sluice/raw/page/01/1.xml")))
                .isEqualTo("<p>1</p>");
        assertThat(Files.readString(folder.resolve(".sluice/raw/blogpost/02/2.xml")))
                .isEqualTo("<p>2</p>");
    }

    @Test
    void saysWhatTheBatchHasCostInRequests() {
        // Given
        Change.Fetch page = scene.fetch(0, scene.page("1"));
        Change.Fetch file = scene.fetch(1, scene.attachment("1", "att5", "bytes"));

        // When
        List<Outcome.Requested> expenses =
                scene.fetcher().fetch(List.of(page, file)).expenses();

        // Then
        assertThat(expenses).singleElement().satisfies(asked -> {
            assertThat(asked.run()).isEqualTo(scene.run());
            assertThat(asked.requests()).isEqualTo(2);
        });
        assertThat(scene.fetcher().fetch(List.of()).expenses()).isEmpty();
    }

    @Test
    void whatCountsIsTheVersionOfTheBodyNotOfTheListing() {
        // Given
        Change.Fetch listed = scene.fetch(0, scene.page("1"));
        scene.confluence().edit("1", 9, "<p>newer</p>");

        // When
        Content content = scene.fetcher().fetch(List.of(listed)).contents().getFirst();

        // Then
        assertThat(content.target().resource().version())
                .isEqualTo(new ResourceVersion(9, scene.noon().plusSeconds(9)));
        assertThat(content.bytes()).isEqualTo(scene.stored(".sluice/raw/page/01/1.xml", "<p>newer</p>"));
    }

    @Test
    void aPageThatIsMissingFromTheAnswerIsInaccessible() {
        // Given
        Change.Fetch gone = scene.fetch(0, scene.page("1"));
        Change.Fetch there = scene.fetch(1, scene.page("2"));
        scene.confluence().trash("1");

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(gone, there));

        // Then
        assertThat(fetched.outcomes()).containsExactly(new Outcome.Inaccessible(gone.target()));
        assertThat(fetched.contents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void aRefusedRequestForBodiesIsAFailureOfEachPageAndDoesNotSayThatTheyAreGone(Category refusal) {
        // Given
        scene.confluence().refuse("bodies", refusal);

        // When
        Fetched fetched =
                scene.fetcher().fetch(List.of(scene.fetch(0, scene.page("1")), scene.fetch(1, scene.page("2"))));

        // Then
        assertThat(fetched.contents()).isEmpty();
        assertThat(fetched.outcomes()).hasSize(2).allMatch(Outcome.Failed.class::isInstance);
    }

    @Test
    void aPageThatCannotBeArchivedFailsAloneWithStageAndCategory() throws IOException {
        // Given
        Files.createDirectories(folder.resolve(".sluice/raw/page/01/1.xml/in/the/way"));
        Change.Fetch blocked = scene.fetch(0, scene.page("1"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(blocked, scene.fetch(1, scene.page("2"))));

        // Then
        assertThat(fetched.contents()).hasSize(1);
        Outcome.Failed failed = (Outcome.Failed) fetched.outcomes().getFirst();
        assertThat(failed.seq()).isZero();
        assertThat(failed.stage()).isEqualTo(Stage.FETCH);
        assertThat(failed.category()).isEqualTo(FailureCategory.DESTINATION);
        assertThat(failed.path()).isEqualTo("ENG/1.md");
    }

    @Test
    void anAttachmentIsStreamedIntoTheStagingArea() throws IOException {
        // Given
        Change.Fetch file = scene.fetch(7, scene.attachment("1", "att5", "bytes"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(file));

        // Then
        String key = ".sluice/staging/" + scene.run().run() + "/att5-7";
        assertThat(fetched.contents())
                .containsExactly(new Content(file.target(), file.reason(), scene.stored(key, "bytes")));
        assertThat(Files.readString(folder.resolve(key))).isEqualTo("bytes");
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"NOT_FOUND", "FORBIDDEN"})
    void anAttachmentThatIsRefusedOrGoneIsInaccessible(Category refusal) {
        // Given
        Change.Fetch file = scene.fetch(0, scene.attachment("1", "att5", "bytes"));
        scene.confluence().refuse("att5", refusal);

        // When and then
        assertThat(scene.fetcher().fetch(List.of(file)).outcomes())
                .containsExactly(new Outcome.Inaccessible(file.target()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"NOT_FOUND", "FORBIDDEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAttachmentThatDoesNotArriveFailsWithWhatToActOn(Category refusal) {
        // Given
        Change.Fetch file = scene.fetch(0, scene.attachment("1", "att5", "bytes"));
        scene.confluence().refuse("att5", refusal);

        // When
        Outcome.Failed failed =
                (Outcome.Failed) scene.fetcher().fetch(List.of(file)).outcomes().getFirst();

        // Then
        assertThat(failed.category()).isEqualTo(FailureCategory.valueOf(refusal.name()));
        assertThat(failed.message()).isEqualTo("att5 is refused.");
        assertThat(folder.resolve(".sluice/staging")).doesNotExist();
    }

    @Test
    void aSiteThatIsNotConfiguredHereIsAFailureThatSaysSoAndStopsNothingElse() throws IOException {
        // Given
        FetchScene elsewhere = new FetchScene(folder, "elsewhere");
        Change.Fetch page = elsewhere.fetch(0, elsewhere.page("1"));
        Change.Fetch file = elsewhere.fetch(1, elsewhere.attachment("1", "att5", "bytes"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(page, file, scene.fetch(2, scene.page("2"))));

        // Then
        assertThat(fetched.contents()).hasSize(1);
        assertThat(fetched.outcomes())
                .hasSize(2)
                .allSatisfy(outcome ->
                        assertThat(((Outcome.Failed) outcome).message()).contains("No site named 'elsewhere'"));
    }

    @Test
    void removalsAreNotTheFetchers() {
        // Given
        Change.Remove remove =
                new Change.Remove(scene.run(), 0, scene.page("1").key(), "ENG/1.md", false, false, null, null);

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(remove));

        // Then
        assertThat(fetched.contents()).isEmpty();
        assertThat(fetched.outcomes()).isEmpty();
    }
}
