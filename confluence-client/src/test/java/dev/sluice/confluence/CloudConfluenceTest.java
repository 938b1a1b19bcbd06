package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.SimulatorOptions;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudConfluenceTest extends ConfluenceContract {

    @Override
    SimulatorOptions options() {
        return SimulatorOptions.cloud();
    }

    @Override
    Site site(String secret) {
        return new Site(
                Product.CLOUD,
                simulator.baseUrl(),
                new Credentials.Basic(options().user(), secret));
    }

    @Override
    int mostRequestsToListAll() {
        // spaces 1, pages 2 x 2, attachments 1040 / 250
        return 1 + 4 + 5;
    }

    @Test
    void findsFoldersAndTheLikeAndThePagesBelowThem() {
        // Given
        String home = simulator.site().pageIds(firstKey()).getFirst();
        String folder = simulator.site().createContainer("folder", firstKey(), home, "A folder");
        String database = simulator.site().createContainer("database", firstKey(), folder, "A database");
        String page = simulator.site().createPage(firstKey(), database, "Inside", "<p>x</p>");

        // When
        Page inside = client.pages(List.of(page)).getFirst();
        List<Container> found = client.containers(List.of(
                new Container.Ref(folder, "folder"),
                new Container.Ref(database, "database"),
                new Container.Ref("1", "folder"),
                new Container.Ref(folder, "something new")));
        List<String> below = client.descendants(client.pages(List.of(home)).getFirst())
                .map(Page::id)
                .toList();

        // Then
        assertThat(inside.parentId()).isEqualTo(database);
        assertThat(inside.parentType()).isEqualTo("database");
        String space = firstSpace().id();
        assertThat(found)
                .containsExactly(
                        new Container(folder, space, "A folder", home, "page"),
                        new Container(database, space, "A database", folder, "folder"));
        assertThat(below).contains(page).doesNotContain(folder, database);
        assertThat(client.pages(firstSpace()).map(Page::id)).contains(page).doesNotContain(folder, database);
    }

    @Test
    void downloadsFromTheMediaHost() {
        // Given
        Attachment attachment = client.attachments(
                        client.pages(firstSpace()).limit(1).toList())
                .findFirst()
                .orElseThrow();

        // When
        byte[] bytes = client.download(attachment.ref(), InputStream::readAllBytes);

        // Then
        assertThat(bytes).hasSize((int) attachment.ref().size());
        assertThat(client.requests().media()).isEqualTo(1);
    }

    @Test
    void listsAttachmentsSiteWideOnlyWhileThatIsCheaper() {
        // Given
        List<Page> four = client.pages(firstSpace()).skip(200).limit(4).toList();
        long before = client.requests().site();

        // When
        List<Attachment> first = client.attachments(four).toList();
        long firstCost = client.requests().site() - before;
        List<Attachment> second = client.attachments(four).toList();
        long secondCost = client.requests().site() - before - firstCost;

        // Then
        assertThat(first).hasSize(8).containsExactlyInAnyOrderElementsOf(second);
        assertThat(firstCost).isLessThanOrEqualTo(8);
        assertThat(secondCost).isEqualTo(4);
    }

    @Test
    void readsManyBodiesWithFewRequests() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());

        // When
        client.bodies(ids);

        // Then
        assertThat(simulator.statistics().requests("GET /api/v2/pages")).isEqualTo(3);
        assertThat(simulator.statistics().requests("GET /api/v2/spaces")).isEqualTo(1);
    }
}
