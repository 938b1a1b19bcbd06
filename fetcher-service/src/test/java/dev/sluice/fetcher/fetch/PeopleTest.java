package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.KnownPerson;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of those who write pages and are named in them. */
class PeopleTest {

    private static final String MENTION = "<p>Ask <ac:link><ri:user ri:account-id=\"712020:bora\"/></ac:link></p>";

    @TempDir
    Path folder;

    private FetchScene scene;

    @BeforeEach
    void aSite() {
        scene = new FetchScene(folder);
        scene.confluence().name("ada", "Ada Lindqvist");
        scene.confluence().name("712020:bora", "Bora O'Brien");
    }

    @Test
    void authorsAndMentionsOfABatchAreLookedUpTogetherAndKept() throws IOException {
        // Given
        Change one = scene.fetch(0, by("1", new Person("ada", null), new Person("carl", "Carl")));
        Change other = scene.fetch(1, scene.page("2"));
        scene.confluence().edit("2", 1, MENTION);

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(one, other));

        // Then
        assertThat(fetched.contents()).hasSize(2);
        assertThat(scene.confluence().askedPeople())
                .singleElement()
                .satisfies(ids -> assertThat(ids).containsExactlyInAnyOrder("ada", "712020:bora"));
        assertThat(held("ada")).hasValue("Ada Lindqvist");
        assertThat(held("712020:bora")).hasValue("Bora O'Brien");
    }

    @Test
    void whomAListingNamesIsNotLookedUpWhereOnlyTheIdStands() throws IOException {
        // Given
        Change one = scene.fetch(0, scene.page("1"));
        Change other = scene.fetch(1, by("2", new Person("712020:bora", "Bora")));
        scene.confluence().edit("1", 1, MENTION);

        // When
        scene.fetcher().fetch(List.of(one, other));

        // Then
        assertThat(scene.confluence().askedPeople()).isEmpty();
        assertThat(held("712020:bora")).hasValue("Bora");
    }

    @Test
    void nobodyIsLookedUpTwiceAlsoByAnotherFetcher() {
        // Given
        Change change = scene.fetch(0, by("1", new Person("ada", null)));
        scene.fetcher().fetch(List.of(change));
        FetchScene another = new FetchScene(folder);

        // When
        scene.fetcher().fetch(List.of(change));
        another.fetcher().fetch(List.of(another.fetch(0, by("1", new Person("ada", null)))));

        // Then
        assertThat(scene.confluence().askedPeople()).hasSize(1);
        assertThat(another.confluence().askedPeople()).isEmpty();
    }

    @Test
    void aNameThatWasLookedUpLongAgoIsLookedUpAgain() throws IOException {
        // Given
        keep(new KnownPerson("ada", "Ada Byron", Instant.parse("2020-01-01T00:00:00Z")));

        // When
        scene.fetcher().fetch(List.of(scene.fetch(0, by("1", new Person("ada", null)))));

        // Then
        assertThat(held("ada")).hasValue("Ada Lindqvist");
    }

    @Test
    void whoIsNotKnownIsNotAskedForWithEveryBatch() throws IOException {
        // Given
        Change change = scene.fetch(0, by("1", new Person("gone", null)));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(change));
        scene.fetcher().fetch(List.of(change));

        // Then
        assertThat(fetched.contents()).hasSize(1);
        assertThat(scene.confluence().askedPeople()).hasSize(1);
        assertThat(held("gone")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"NOT_AUTHORISED", "FORBIDDEN", "NOT_FOUND", "MALFORMED"})
    void aSiteThatRefusesToTellHoldsNothingUpAndIsNotAskedAgain(Category refusal) {
        // Given
        scene.confluence().refuse("people", refusal);

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(scene.fetch(0, by("1", new Person("ada", null)))));
        scene.fetcher().fetch(List.of(scene.fetch(1, by("2", new Person("dana", null)))));

        // Then
        assertThat(fetched.contents()).hasSize(1);
        assertThat(fetched.outcomes()).isEmpty();
        assertThat(scene.confluence().askedPeople()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"THROTTLED", "UNAVAILABLE"})
    void pagesThatNeedANameFailWhenTheSiteIsInTroubleAndOthersDoNot(Category trouble) {
        // Given
        scene.confluence().refuse("people", trouble);
        Change needing = scene.fetch(0, by("1", new Person("ada", null)));
        Change other = scene.fetch(1, scene.page("2"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(needing, other));

        // Then
        assertThat(fetched.contents())
                .singleElement()
                .satisfies(content -> assertThat(content.target().seq()).isEqualTo(1));
        assertThat(fetched.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.seq()).isZero());
    }

    @Test
    void noBodyIsInTheArchiveBeforeTheNamesOfThoseWhomItShowsAreKnown() {
        // Given
        scene.confluence().refuse("people", Category.UNAVAILABLE);
        Change change = scene.fetch(0, by("1", new Person("ada", null)));

        // When
        scene.fetcher().fetch(List.of(change));

        // Then
        assertThat(folder.resolve(DestinationLayout.rawBody(scene.page("1").key())))
                .as("what a page that includes this one would show without the name")
                .doesNotExist();
    }

    @Test
    void aLostBodyThatAPageShowsComesBackWithTheNamesInIt() throws IOException {
        // Given
        PageResource page = scene.page("1");
        PageResource included = scene.page("2");
        scene.confluence().edit("2", 1, MENTION);
        Descriptor target = new Descriptor(scene.run(), 0, page);
        StoredCopy body = scene.stored(DestinationLayout.rawBody(page.key()), "<p/>");

        // When
        scene.fetcher()
                .fetch(List.of(
                        new Change.Reuse(target, ChangeReason.LINKS, body, Before.NOTHING, List.of(included.key()))));

        // Then
        assertThat(folder.resolve(DestinationLayout.rawBody(included.key()))).hasContent(MENTION);
        assertThat(held("712020:bora")).hasValue("Bora O'Brien");
    }

    @Test
    void anotherRendererGetsTheNamesThatTheArchivedBodyMentions() throws IOException {
        // Given
        PageResource page = scene.page("1");
        String raw = DestinationLayout.rawBody(page.key());
        Files.createDirectories(folder.resolve(raw).getParent());
        Files.writeString(folder.resolve(raw), MENTION);
        StoredCopy body = scene.stored(raw, MENTION);

        // When
        scene.fetcher()
                .fetch(List.of(new Change.Reuse(new Descriptor(scene.run(), 0, page), ChangeReason.FORMAT, body)));

        // Then
        assertThat(held("712020:bora")).hasValue("Bora O'Brien");
        assertThat(scene.confluence().askedBodies()).isEmpty();
    }

    @Test
    void theAuthorsAreThoseOfTheVersionThatWasFetched() {
        // Given
        Change change = scene.fetch(0, by("1", new Person("ada", "Ada"), new Person("carl", "Carl")));
        scene.confluence()
                .describe("1", List.of(new dev.sluice.confluence.Person("ada", "Ada")), List.of("not of the listing"));

        // When
        Content content = scene.fetcher().fetch(List.of(change)).contents().getFirst();

        // Then
        PageResource page = (PageResource) content.target().resource();
        assertThat(page.authors()).containsExactly(new Person("ada", "Ada"));
        assertThat(page.labels()).isEmpty();
    }

    @Test
    void thoseWhoCommentAndWhomCommentsMentionAreKnownToo() throws IOException {
        // Given
        PageResource page = scene.page("1");
        CommentThread reply = new CommentThread("8", new Person("ada", null), null, "", false, MENTION, List.of());
        CommentThread comment =
                new CommentThread("7", new Person("carl", "Carl"), null, "", false, "<p>x</p>", List.of(reply));
        PageResource discussed = page.with(new PageDetails(null, null, comments(comment)));

        // When
        scene.fetcher().fetch(List.of(scene.fetch(0, discussed)));

        // Then
        assertThat(held("ada")).hasValue("Ada Lindqvist");
        assertThat(held("712020:bora")).hasValue("Bora O'Brien");
        assertThat(held("carl")).hasValue("Carl");
    }

    private CommentsRef comments(CommentThread comment) {
        try (ObjectStore store = LocalObjectStore.open(folder)) {
            CommentFiles files = new CommentFiles(store, scene.run().run());
            CommentsRef ref = files.add(List.of(comment));
            files.finish();
            return ref;
        }
    }

    /** A page that the site has, by these authors. */
    private PageResource by(String id, Person... authors) {
        PageResource page = scene.page(id);
        scene.confluence()
                .describe(
                        id,
                        List.of(authors).stream()
                                .map(author -> new dev.sluice.confluence.Person(author.id(), author.name()))
                                .toList(),
                        null);
        return page.with(new PageDetails(List.of(authors), null, null));
    }

    private void keep(KnownPerson person) throws IOException {
        Path file = folder.resolve(DestinationLayout.person(person.id()));
        Files.createDirectories(file.getParent());
        Files.write(file, Wire.encode(person));
    }

    private Optional<String> held(String id) throws IOException {
        Path file = folder.resolve(DestinationLayout.person(id));
        return Files.exists(file)
                ? Optional.of(
                        Wire.decode(Files.readAllBytes(file), KnownPerson.class).name())
                : Optional.empty();
    }
}
