package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.simulator.RequestStatistics.Host;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else than the pages of its spaces a client finds on either product. */
abstract class CoverageContract extends AttachmentContract {

    @Test
    void listsAndReadsBlogPostsWithTheirDayApartFromPages() {
        // Given
        List<String> ids = Stream.of(firstKey(), lastKey())
                .flatMap(key -> Stream.of("One", "Two", "Three")
                        .map(title -> simulator.site().createBlogPost(key, title, "<p>" + title + "</p>")))
                .toList();
        simulator.site().editPage(ids.get(1), "<p>Edited</p>");
        simulator.site().trashPage(ids.get(2));
        simulator.site().addAttachment(ids.get(0), "x.bin", new byte[5]);
        List<String> left = Stream.of(0, 1, 3, 4, 5).map(ids::get).toList();

        // When
        List<Page> posts = client.blogPosts(client.allSpaces(false).toList()).toList();
        List<PageBody> bodies = client.blogPostBodies(ids);

        // Then
        assertThat(posts).extracting(Page::id).containsExactlyInAnyOrderElementsOf(left);
        assertThat(posts).extracting(Page::postedOn).containsOnly(LocalDate.of(2026, 1, 1));
        assertThat(posts)
                .allSatisfy(post -> assertThat(described(post))
                        .isEqualTo(described(simulator.site().page(post.id()))));
        assertThat(bodies).extracting(body -> body.page().id()).containsExactlyInAnyOrderElementsOf(left);
        assertThat(bodies)
                .allSatisfy(body ->
                        assertThat(posts.stream().map(post -> post.with(null))).contains(body.page()))
                .extracting(PageBody::storage)
                .contains("<p>Edited</p>");
        assertThat(client.pages(ids)).isEmpty();
        assertThat(client.bodies(ids)).isEmpty();
        assertThat(client.blogPosts(List.of(firstSpace()))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void listsTheAttachmentsOfBlogPosts(int count) {
        // Given
        for (int i = 0; i < count; i++) {
            String id = simulator.site().createBlogPost(firstKey(), "Post " + i, "<p/>");
            simulator.site().addAttachment(id, "x.bin", new byte[i + 1]);
        }
        List<Page> posts = client.blogPosts(List.of(firstSpace())).toList();

        // When
        List<Attachment> attachments = client.attachments(posts).toList();

        // Then
        assertThat(attachments)
                .extracting(attachment -> attachment.ref().pageId())
                .containsExactlyInAnyOrderElementsOf(
                        posts.stream().map(Page::id).toList());
        assertThat(client.download(attachments.getFirst().ref(), InputStream::readAllBytes))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 12})
    void asksForLessWhereTheSiteCannotGiveAsMuchAtOnce(int most) {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        Iterator<Page> pages = client.pages(firstSpace()).iterator();
        List<String> listed = new ArrayList<>();
        listed.add(pages.next().id());

        // When
        simulator.faults().listings().largest(most);
        pages.forEachRemaining(page -> listed.add(page.id()));
        List<String> fromTheStart = client.pages(firstSpace()).map(Page::id).toList();

        // Then
        assertThat(listed).containsExactlyElementsOf(ids);
        assertThat(fromTheStart).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 12})
    void goesNoDeeperThanAsked(int depth) {
        // Given
        List<String> chain = new ArrayList<>();
        for (int level = 0; level < 15; level++) {
            String parent =
                    chain.isEmpty() ? simulator.site().pageIds(firstKey()).getFirst() : chain.getLast();
            chain.add(simulator.site().createPage(firstKey(), parent, "Level " + level, "<p>x</p>"));
        }
        Page root = client.pages(List.of(chain.getFirst())).getFirst();

        // When
        List<Page> below = client.descendants(root, depth).toList();

        // Then
        assertThat(below).extracting(Page::id).containsExactlyInAnyOrderElementsOf(chain.subList(1, 1 + depth));
    }

    @Test
    void personalAndArchivedSpacesAreListedWhenAskedForAndFoundByTheirKeys() {
        // Given
        String archived = lastKey();
        simulator.site().archiveSpace(archived);
        simulator.site().createSpace("~jane", "Jane");

        // When
        List<String> listed = client.allSpaces(false).map(Space::key).toList();
        List<String> all = client.allSpaces(true, true).map(Space::key).toList();

        // Then
        assertThat(listed).containsExactly(firstKey());
        assertThat(all).containsExactlyInAnyOrder(firstKey(), archived, "~jane");
        assertThat(client.allSpaces(true)).extracting(Space::key).containsExactlyInAnyOrder(firstKey(), "~jane");
        assertThat(client.spaces(List.of("~jane", archived))).hasSize(2);
    }

    @Test
    void findsContentByAQuery() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        ids.forEach(id -> simulator.site().addLabel(id, "team \"a\""));
        simulator.site().addLabel(simulator.site().pageIds(lastKey()).getFirst(), "team \"a\"");
        simulator.site().addLabel(ids.getFirst(), "old");

        // When
        List<String> found = client.search(
                        "space in (\"" + firstKey() + "\") and (label = \"team \\\"a\\\"\" and not label in (old))",
                        false)
                .toList();

        // Then
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids.subList(1, ids.size()));
        assertThatThrownBy(() -> client.search("label ==", false).toList()).isInstanceOf(ConfluenceException.class);
    }

    @Test
    void listsWhatIsNewInAFewRequestsHoweverMuchThereIs() {
        // Given
        List<Page> all = client.allSpaces(false).flatMap(client::pages).toList();
        Set<String> ids = all.stream().map(Page::id).collect(Collectors.toSet());
        Instant newest = newest(all);
        Instant newestFile = client.attachments(all)
                .map(file -> file.version().createdAt())
                .max(Instant::compareTo)
                .orElseThrow();
        Space first = firstSpace();
        Recent inOne = new Recent(List.of(first), false, newest);
        simulator.statistics().reset();

        // When nothing changed
        List<Page> nothing = client.recent(inOne).toList();
        long requests = simulator.statistics().requests(Host.SITE);
        client.recentAttachments(new Recent(List.of(), true, newestFile)).forEach(_ -> {});

        // Then
        assertThat(nothing).allMatch(page -> page.space().equals(first) && ids.contains(page.id()));
        assertThat(requests).isLessThanOrEqualTo(4);
        assertThat(simulator.statistics().requests(Host.SITE)).isLessThanOrEqualTo(6);

        // When something did
        String edited = simulator.site().pageIds(firstKey()).get(4);
        simulator.site().appendToPage(edited, "More.");
        String elsewhere = simulator.site().createPage(lastKey(), null, "Elsewhere", "<p/>");
        String post = simulator.site().createBlogPost(firstKey(), "News", "<p/>");
        String file = simulator.site().addAttachment(elsewhere, "x.txt", new byte[3]);

        // Then
        assertThat(client.recent(inOne).map(Page::id)).contains(edited, post).doesNotContain(elsewhere);
        assertThat(client.recent(new Recent(List.of(), true, newest)).map(Page::id))
                .contains(edited, post, elsewhere);
        assertThat(client.recentAttachments(new Recent(List.of(), true, newestFile))
                        .map(each -> each.ref().id()))
                .startsWith(file);
    }

    private static Instant newest(List<Page> pages) {
        return pages.stream()
                .map(page -> page.version().createdAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
