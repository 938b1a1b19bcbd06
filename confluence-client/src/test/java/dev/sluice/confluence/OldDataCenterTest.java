package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.ScriptedSite.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers older than the one that the simulator plays. */
class OldDataCenterTest {

    private static final String SPACE_JSON = "{\"id\":7,\"key\":\"ENG\",\"name\":\"Engineering\"}";
    private static final Space SPACE = new Space("7", "ENG", "Engineering", "1");

    private ScriptedSite server;
    private Confluence client;

    @BeforeEach
    void start() {
        server = new ScriptedSite();
        client = ConfluenceClients.open(server.dataCenter(), ClientSettings.defaults(), new VirtualTime().timing());
        server.on(
                "/confluence/rest/api/space?expand=homepage&limit=200&spaceKey=ENG",
                results("{\"id\":7,\"key\":\"ENG\",\"name\":\"Engineering\",\"homepage\":{\"id\":\"1\"}}"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void searchesForIdsWhenTheServerTakesNoNoticeOfThem() {
        // Given
        String expand = "&expand=version,ancestors,history,metadata.labels,space";
        server.on(
                "/confluence/rest/api/content?type=page" + expand + "&limit=3&ids=5&ids=6&ids=8",
                results(page(1), page(2), page(3)));
        server.on(
                "/confluence/rest/api/content/search?cql=type%3Dpage%20and%20id%20in%20%285%2C6%2C8%29" + expand
                        + "&limit=3",
                results(page(5)));
        server.on(
                "/confluence/rest/api/content/search?cql=type%3Dpage%20and%20id%20in%20%288%29" + expand + "&limit=1",
                results());
        server.on(
                "/confluence/rest/api/content/6?expand=version,ancestors,history,metadata.labels,space",
                Reply.json(page(6)));

        // When
        List<Page> pages = client.pages(List.of("5", "6", "8"));

        // Then
        assertThat(pages).extracting(Page::id).containsExactly("5", "6");
        assertThat(pages)
                .first()
                .isEqualTo(new Page(
                        "5",
                        SPACE,
                        "Page",
                        "1",
                        "current",
                        new PageVersion(3, Instant.parse("2026-01-02T02:04:05Z")),
                        server.url() + "/confluence/display/ENG/Page",
                        null));
    }

    @Test
    void listsASpaceWithoutScan() {
        // Given
        server.on(
                "/confluence/rest/api/content?type=page&status=current&spaceKey=ENG&expand=version,ancestors,history,metadata.labels,children.attachment.version&limit=200",
                Reply.json("{\"results\":[" + page(1) + "],\"_links\":{\"next\":\"/rest/api/content?start=1\"}}"));
        server.on("/confluence/rest/api/content?start=1", results(page(2)));

        // When
        List<Page> pages = client.pages(SPACE).toList();

        // Then
        assertThat(pages).extracting(Page::id).containsExactly("1", "2");
    }

    @Test
    void listsTheAttachmentsOfAPageAnewWhenTheListInsideItIsCut() {
        // Given
        String whole = "{\"results\":[" + attachment(11) + "],\"limit\":25,\"size\":1,\"_links\":{}}";
        String cut = "{\"results\":[" + attachment(21) + "],\"limit\":1,\"size\":1,"
                + "\"_links\":{\"next\":\"/rest/api/content/2/child/attachment?limit=1&start=1\"}}";
        server.on(
                "/confluence/rest/api/content/scan?type=page&status=current&spaceKey=ENG"
                        + "&expand=children.attachment.version&limit=200",
                results(withAttachments(1, whole), withAttachments(2, cut), withAttachments(3, "{}")));
        server.on(
                "/confluence/rest/api/content/2/child/attachment?expand=version&limit=200",
                results(attachment(21), attachment(22)));
        server.on("/confluence/rest/api/content/3/child/attachment?expand=version&limit=200", results());

        // When
        List<Attachment> attachments = client.attachments(List.of(listed("1"), listed("2"), listed("3"), listed("404")))
                .toList();

        // Then
        assertThat(attachments)
                .extracting(attachment -> attachment.ref().id())
                .containsExactly("att11", "att21", "att22");
    }

    private static Page listed(String id) {
        return new Page(id, SPACE, "Page", null, "current", PageVersion.UNKNOWN, "http://x", null);
    }

    private static Reply results(String... items) {
        return Reply.json("{\"results\":[" + String.join(",", items) + "],\"_links\":{\"base\":\"http://other\"}}");
    }

    private static String page(int id) {
        return "{\"id\":\"" + id + "\",\"type\":\"page\",\"status\":\"current\",\"title\":\"Page\",\"space\":"
                + SPACE_JSON
                + ",\"ancestors\":[{\"id\":\"9\"},{\"id\":\"1\"}],"
                + "\"version\":{\"number\":3,\"when\":\"2026-01-02T03:04:05.000+01:00\"},"
                + "\"_links\":{\"webui\":\"/display/ENG/Page\"}}";
    }

    private static String withAttachments(int id, String list) {
        return "{\"id\":\"" + id + "\",\"type\":\"page\",\"status\":\"current\",\"children\":{\"attachment\":" + list
                + "}}";
    }

    private static String attachment(int id) {
        return "{\"id\":\"att" + id + "\",\"type\":\"attachment\",\"title\":\"x.png\","
                + "\"version\":{\"number\":1,\"when\":\"2026-01-02T03:04:05.000Z\"},"
                + "\"metadata\":{\"mediaType\":\"image/png\"},\"extensions\":{\"fileSize\":5},"
                + "\"_links\":{\"download\":\"/download/attachments/1/x.png?version=1\"}}";
    }
}
