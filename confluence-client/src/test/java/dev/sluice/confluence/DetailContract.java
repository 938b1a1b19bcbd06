package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client tells of pages besides themselves, on either product. */
abstract class DetailContract extends CoverageContract {

    @Test
    void givesTheLabelsOfManyPages() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        simulator.site().addLabel(ids.get(3), "ops");
        simulator.site().addLabel(ids.get(3), "runbook");
        simulator.site().addLabel(ids.get(250), "ops");
        simulator.site().removeLabel(ids.get(250), "ops");
        simulator.site().purgePage(ids.get(5));

        // When
        Map<String, List<String>> labels = client.labels(ids);

        // Then
        assertThat(labels).hasSize(259).doesNotContainKey(ids.get(5));
        assertThat(labels.get(ids.get(3))).containsExactlyInAnyOrder("ops", "runbook");
        assertThat(labels.get(ids.get(250))).isEmpty();
    }

    @Test
    void listsWhoMadeAPageAndWhoWroteItLast() {
        // Given
        String id = simulator.site().createPage(firstKey(), null, "Beside the home page", "<p>x</p>");
        String generated = simulator.site().pageIds(firstKey()).get(7);
        simulator.site().appendToPage(generated, "More");

        // When
        List<Page> pages = client.pages(List.of(id, generated));
        List<Person> known = client.people(pages.stream()
                .flatMap(page -> page.authors().stream())
                .map(Person::id)
                .toList());

        // Then
        assertThat(pages).allSatisfy(page -> assertThat(page.authors()).isNotEmpty());
        Map<String, List<Person>> authors = pages.stream().collect(Collectors.toMap(Page::id, Page::authors));
        assertThat(authors.get(id)).hasSize(1);
        assertThat(authors.get(generated))
                .hasSizeBetween(1, 2)
                .endsWith(authors.get(id).getFirst());
        assertThat(pages)
                .allSatisfy(page -> assertThat(known)
                        .extracting(Person::id)
                        .containsAll(page.authors().stream().map(Person::id).toList()));
        assertThat(known).extracting(Person::name).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 260})
    void listsEveryCommentOfPagesWithItsRepliesAndWhatItIsAbout(int pages) {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        String page = simulator.site().createPage(firstKey(), null, "Discussed", "<p>Some text</p>");
        String footer = simulator.site().addComment(page, null, "<p>Footer</p>");
        String reply = simulator.site().addComment(page, footer, "<p>Reply</p>");
        String deep = simulator.site().addComment(page, reply, "<p>Deep</p>");
        String inline = simulator.site().addInlineComment(page, "<p>Inline</p>");
        simulator.site().resolveComment(inline);
        String gone = simulator.site().addComment(page, null, "<p>Gone</p>");
        simulator.site().deleteComment(gone);
        simulator.site().editComment(reply, "<p>Edited</p>");
        simulator.site().addComment(simulator.site().pageIds(lastKey()).get(3), null, "<p>Elsewhere</p>");
        List<Page> asked = Stream.concat(
                        client.pages(List.of(page)).stream(), client.pages(ids.subList(0, pages - 1)).stream())
                .toList();

        // When
        Map<String, Comment> comments =
                client.comments(asked).collect(Collectors.toMap(Comment::id, Function.identity()));

        // Then
        assertThat(comments).containsOnlyKeys(footer, reply, deep, inline);
        assertThat(comments.values()).allSatisfy(comment -> {
            assertThat(comment.pageId()).isEqualTo(page);
            assertThat(comment.author()).isNotNull();
            assertThat(comment.writtenAt()).isNotNull();
        });
        assertThat(comments.values())
                .extracting(Comment::parentId, Comment::storage, Comment::quoted, Comment::resolved)
                .containsExactlyInAnyOrder(
                        tuple(null, "<p>Footer</p>", "", false),
                        tuple(footer, "<p>Edited</p>", "", false),
                        tuple(reply, "<p>Deep</p>", "", false),
                        tuple(null, "<p>Inline</p>", "Some text", true));
    }

    @Test
    void listsAllCommentsOfAPageWithVeryMany() {
        // Given
        String page = simulator.site().pageIds(firstKey()).get(9);
        for (int i = 0; i < 130; i++) {
            simulator.site().addComment(page, null, "<p>" + i + "</p>");
        }
        List<Page> pages = client.pages(firstSpace()).toList();

        // When and then
        assertThat(client.comments(pages)).hasSize(130).extracting(Comment::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsDeletedPagesFromThoseThatAreOutOfSight() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        simulator.site().trashPage(ids.get(255));
        simulator.site().purgePage(ids.get(256));
        simulator.site().restrictPage(ids.get(257));

        // When
        Map<String, Whereabouts> found = client.whereabouts(ids.subList(250, 258));

        // Then
        assertThat(found)
                .containsEntry(ids.get(250), Whereabouts.IN_USE)
                .containsEntry(ids.get(255), Whereabouts.IN_TRASH)
                .doesNotContainKeys(ids.get(256), ids.get(257));
    }

    @Test
    void leavesOutPeopleWhomNobodyKnows() {
        // Given
        String someone = client.currentUser().id();

        // When and then
        assertThat(client.people(List.of(someone, "nobody-with-this-id", someone)))
                .singleElement()
                .satisfies(person -> assertThat(person.id()).isEqualTo(someone));
        assertThat(client.people(List.of("nobody-with-this-id"))).isEmpty();
        assertThat(client.people(List.of())).isEmpty();
    }
}
