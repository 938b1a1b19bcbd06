package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.RequestStatistics.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does on either product, tried on the simulator. */
abstract class ConfluenceContract extends DetailContract {

    @Test
    void knowsWhoItIs() {
        // When
        Account account = client.currentUser();

        // Then
        assertThat(account.id()).isNotBlank();
        assertThat(account.displayName()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesWrongCredentialsAndSaysWhatToDo(boolean anonymousSite) {
        // Given
        simulator.faults().anonymousSite(anonymousSite);
        try (Confluence stranger =
                ConfluenceClients.open(site("wrong-secret"), ClientSettings.defaults(), time.timing())) {

            // When
            assertThatThrownBy(stranger::currentUser)

                    // Then
                    .isInstanceOfSatisfying(
                            ConfluenceException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED))
                    .hasMessageContaining("check ")
                    .hasMessageContaining(simulator.baseUrl().toString())
                    .hasMessageNotContaining("wrong-secret");
        }
    }

    @Test
    void findsSpacesByKeyAndLeavesOutUnknownOnes() {
        // Given
        List<String> keys = simulator.site().spaceKeys();

        // When
        List<Space> spaces = client.spaces(List.of(keys.getFirst(), "NOSUCH", keys.getLast(), keys.getFirst()));

        // Then
        assertThat(spaces).extracting(Space::key).containsExactlyInAnyOrder(keys.getFirst(), keys.getLast());
        assertThat(spaces).extracting(Space::homepageId).doesNotContainNull();
        assertThat(client.allSpaces(false)).containsExactlyInAnyOrderElementsOf(spaces);
    }

    @Test
    void listsEveryCurrentPageOfASpaceWithVersionAndParent() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        simulator.site().archivePage(ids.get(200));
        simulator.site().trashPage(ids.get(201));
        simulator.site().renamePage(ids.get(202), "Renamed");
        String loose = simulator.site().createPage(firstKey(), null, "Beside the home page", "<p>x</p>");

        // When
        Map<String, Page> pages = client.pages(firstSpace()).collect(Collectors.toMap(Page::id, Function.identity()));

        // Then
        boolean knowsArchived = options().mode() == Mode.CLOUD;
        assertThat(pages).hasSize(knowsArchived ? 260 : 259).containsKey(loose).doesNotContainKey(ids.get(201));
        assertThat(pages.values().stream().filter(Page::isArchived).map(Page::id))
                .isEqualTo(knowsArchived ? List.of(ids.get(200)) : List.of());
        assertThat(pages.values())
                .allSatisfy(page -> assertThat(described(page))
                        .isEqualTo(described(simulator.site().page(page.id()))));
        assertThat(pages.get(ids.get(202)).webUrl())
                .startsWith(simulator.baseUrl().toString());
    }

    @Test
    void readsPagesByIdAndLeavesOutThoseThatAreGone() {
        // Given
        List<String> ids = Stream.of(
                        simulator.site().pageIds(firstKey()), simulator.site().pageIds(lastKey()))
                .flatMap(List::stream)
                .toList();
        simulator.site().trashPage(ids.get(5));
        simulator.site().purgePage(ids.get(6));
        simulator.site().restrictPage(ids.get(259));
        List<String> asked = Stream.concat(ids.stream(), Stream.of("999999999", "no-number", ids.get(7)))
                .toList();

        // When
        List<Page> pages = client.pages(asked);

        // Then
        assertThat(pages)
                .extracting(Page::id)
                .doesNotHaveDuplicates()
                .doesNotContain(ids.get(5), ids.get(6), ids.get(259));
        assertThat(pages)
                .hasSizeGreaterThan(500)
                .allSatisfy(page -> assertThat(described(page))
                        .isEqualTo(described(simulator.site().page(page.id()))));
        assertThat(pages).extracting(Page::space).contains(firstSpace());
    }

    @Test
    void readsBodies() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());

        // When
        List<PageBody> bodies = client.bodies(ids);

        // Then
        assertThat(bodies).extracting(body -> body.page().id()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(bodies)
                .allSatisfy(body -> assertThat(body.storage())
                        .isEqualTo(simulator.site().storage(body.page().id())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50})
    void readsEverythingFromASiteThatGivesFewerItemsThanAskedFor(int cap) {
        // Given
        simulator.faults().listingCap(cap);
        List<String> ids = simulator.site().pageIds(firstKey());

        // When
        List<Page> pages = client.pages(firstSpace()).toList();
        List<PageBody> bodies = client.bodies(ids.subList(0, 60));
        List<Attachment> attachments = client.attachments(pages.subList(0, 20)).toList();

        // Then
        assertThat(pages).extracting(Page::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(bodies).hasSize(60);
        assertThat(attachments).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void findsAllDescendantsAtAnyDepth() {
        // Given
        String key = firstKey();
        String parent = null;
        List<String> chain = new ArrayList<>();
        for (int level = 0; level < 27; level++) {
            parent = simulator.site().createPage(key, parent, "Level " + level, "<p>x</p>");
            chain.add(parent);
        }
        Page root = client.pages(List.of(chain.getFirst())).getFirst();

        // When
        List<Page> below = client.descendants(root).toList();

        // Then
        assertThat(below).extracting(Page::id).containsExactlyInAnyOrderElementsOf(chain.subList(1, chain.size()));
        assertThat(below)
                .allSatisfy(page -> assertThat(described(page))
                        .isEqualTo(described(simulator.site().page(page.id()))));
    }

    @Test
    void refusesDescendantsOfAPageThatIsGone() {
        // Given
        Page root = client.pages(firstSpace()).skip(100).findFirst().orElseThrow();
        simulator.site().purgePage(root.id());

        // When
        assertThatThrownBy(() -> client.descendants(root).toList())

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_FOUND));
    }

    @Test
    void saysThatTheSiteIsDown() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());
        simulator.faults().down(true);

        // When
        assertThatThrownBy(() -> client.bodies(ids))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                .hasMessageContaining(simulator.baseUrl().toString());
    }

    @Test
    void refusesToWorkOnceItIsClosed() {
        // Given
        client.close();

        // When
        assertThatThrownBy(client::currentUser)

                // Then
                .isInstanceOf(ConfluenceException.class)
                .hasMessageContaining("closed");
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        // Given
        Thread.currentThread().interrupt();

        // When
        Throwable thrown = catchThrowable(client::currentUser);

        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(ConfluenceException.class).hasMessageContaining("run again to go on");
    }

    @Test
    void countsItsRequestsAsTheSiteDoes() {
        // Given
        simulator.statistics().reset();

        // When
        List<Page> pages = client.allSpaces(false).flatMap(client::pages).toList();
        client.attachments(pages).forEach(attachment -> assertThat(attachment).isNotNull());

        // Then
        assertThat(client.requests().site()).isEqualTo(simulator.statistics().requests(Host.SITE));
        assertThat(client.requests().site()).isLessThanOrEqualTo(mostRequestsToListAll());
    }

    /** For 2 spaces with 260 pages and 520 attachments each. */
    abstract int mostRequestsToListAll();
}
