package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.ScriptedSite.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Cloud sites are known to do that the simulator does not. */
class CloudOdditiesTest {

    private static final Space SPACE = new Space("7", "ENG", "Engineering", null);

    private ScriptedSite server;
    private Confluence client;

    @BeforeEach
    void start() {
        server = new ScriptedSite();
        client = ConfluenceClients.open(server.cloud(), ClientSettings.defaults(), new VirtualTime().timing());
        server.on(
                "/wiki/api/v2/spaces?ids=7&limit=250",
                results("{\"id\":\"7\",\"key\":\"ENG\",\"name\":\"Engineering\",\"type\":\"global\"}"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void asksAgainForWhatAShortAnswerLeftOut() {
        // Given
        server.on("/wiki/api/v2/pages?status=current,archived&id=1,2,3&limit=250", results(page(1), page(2)));
        server.on("/wiki/api/v2/pages?status=current,archived&id=3&limit=250", results(page(3)));

        // When
        List<Page> pages = client.pages(List.of("1", "2", "3"));

        // Then
        assertThat(pages).extracting(Page::id).containsExactly("1", "2", "3");
    }

    @Test
    void walksThroughFoldersAndOnFromTheTenthLevel() {
        // Given
        StringBuilder chain = new StringBuilder(node(11, 10, "folder"));
        for (int level = 2; level <= 10; level++) {
            chain.append(',').append(node(10 + level, 9 + level, level == 10 ? "folder" : "page"));
        }
        server.on("/wiki/api/v2/pages/10/descendants?depth=10&limit=250", results(chain.toString()));
        server.on(
                "/wiki/api/v2/folders/20/descendants?depth=10&limit=250",
                results(node(21, 20, "page"), node(22, 20, "whiteboard")));
        server.on(
                "/wiki/api/v2/pages?status=current,archived&id=12,13,14,15,16,17,18,19,21&limit=250",
                results(page(12), page(13), page(14), page(15), page(16), page(17), page(18), page(19), page(21)));

        // When
        List<Page> below = client.descendants(root()).toList();

        // Then
        assertThat(below).extracting(Page::id).containsExactly("12", "13", "14", "15", "16", "17", "18", "19", "21");
    }

    @Test
    void buildsTheDownloadLinkThatTakesTokensInPlaceOfTheOldOne() {
        // Given
        server.on(
                "/wiki/api/v2/pages/10/attachments?status=current&limit=250",
                results("{\"id\":\"att5\",\"status\":\"current\",\"title\":\"a b.png\",\"pageId\":\"10\","
                        + "\"mediaType\":\"image/png\",\"fileId\":\"f-1\",\"fileSize\":12,"
                        + "\"downloadLink\":\"/download/attachments/10/a%20b.png?api=v2\","
                        + "\"version\":{\"number\":2,\"createdAt\":\"2026-01-31T10:00:00.5Z\"}}"));

        // When
        List<Attachment> attachments = client.attachments(List.of(root())).toList();

        // Then
        assertThat(attachments)
                .containsExactly(new Attachment(
                        new AttachmentRef(
                                "att5", "10", "a b.png", 12, "/rest/api/content/10/child/attachment/att5/download"),
                        "image/png",
                        new PageVersion(2, Instant.parse("2026-01-31T10:00:00.500Z")),
                        "f-1"));
    }

    @Test
    void readsThePagesOfASpaceThatItMayNotSee() {
        // Given
        server.on("/wiki/api/v2/spaces?ids=7&limit=250", results());
        server.on("/wiki/api/v2/pages?status=current,archived&id=1&limit=250", results(page(1)));

        // When
        List<Page> pages = client.pages(List.of("1"));

        // Then
        assertThat(pages).extracting(Page::space).containsExactly(new Space("7", "ENG", "ENG", null));
    }

    @Test
    void asksOneByOneForLabelsThatTheSearchIndexDoesNotKnowYet() {
        // Given
        String search = "/wiki/rest/api/content/search?cql=id%20in%20%28@%29&expand=metadata.labels&limit=200";
        server.on(
                search.replace("@", "1%2C2%2C3"),
                results(
                        "{\"id\":\"1\",\"metadata\":{\"labels\":{\"results\":[{\"prefix\":\"global\",\"name\":\"ops\"},"
                                + "{\"prefix\":\"team\",\"name\":\"x\"},{\"prefix\":\"my\",\"name\":\"favourite\"}],\"size\":2}}}"));
        server.on(search.replace("@", "2%2C3"), results());
        server.on("/wiki/api/v2/pages/2/labels?limit=250", results("{\"id\":\"9\",\"name\":\"new\"}"));

        // When
        Map<String, List<String>> labels = client.labels(List.of("1", "2", "3"));

        // Then
        assertThat(labels).containsOnly(Map.entry("1", List.of("ops", "team:x")), Map.entry("2", List.of("new")));
    }

    @Test
    void saysThatAVersionIsUnknownWhenTheSiteLeavesItOut() {
        // Given
        server.on(
                "/wiki/api/v2/spaces/7/pages?status=current,archived&sort=id&limit=250",
                results("{\"id\":\"1\",\"status\":\"current\",\"title\":\"x\",\"spaceId\":\"7\",\"version\":null}"));

        // When
        List<Page> pages = client.pages(SPACE).toList();

        // Then
        assertThat(pages).extracting(Page::version).containsExactly(PageVersion.UNKNOWN);
    }

    @Test
    void findsASpaceWhateverTheCaseOfItsKey() {
        // Given
        server.on(
                "/wiki/api/v2/spaces?keys=eng&limit=250",
                results("{\"id\":\"7\",\"key\":\"ENG\",\"name\":\"Engineering\",\"homepageId\":null}"));

        // When
        List<Space> spaces = client.spaces(List.of("eng"));

        // Then
        assertThat(spaces).containsExactly(SPACE);
    }

    private static Page root() {
        return new Page("10", SPACE, "Root", null, "current", new PageVersion(1, Instant.EPOCH), "http://x", null);
    }

    private static Reply results(String... items) {
        return Reply.json("{\"results\":[" + String.join(",", items) + "],\"_links\":{}}");
    }

    private static String page(int id) {
        return "{\"id\":\"" + id + "\",\"status\":\"current\",\"title\":\"Page\",\"spaceId\":\"7\",\"parentId\":null,"
                + "\"version\":{\"number\":1,\"createdAt\":\"2026-01-31T10:00:00Z\",\"ncsStepVersion\":\"4\"},"
                + "\"_links\":{\"webui\":\"/spaces/ENG/pages/" + id + "/Page\"}}";
    }

    private static String node(int id, int parentId, String type) {
        return "{\"id\":\"" + id + "\",\"status\":\"current\",\"title\":\"x\",\"type\":\"" + type + "\",\"parentId\":\""
                + parentId + "\",\"depth\":0}";
    }
}
