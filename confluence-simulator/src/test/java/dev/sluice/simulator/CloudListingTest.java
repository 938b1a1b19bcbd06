package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudListingTest {

    private final SimulatorOptions options = SimulatorOptions.cloud()
            .withShape(SiteShape.small().withSpaces(2).withPagesPerSpace(120).withAttachmentsPerPage(2));
    private SimulatedConfluence confluence;
    private Visitor visitor;

    @BeforeAll
    void start() {
        confluence = SimulatedConfluence.start(options);
        visitor = Visitor.of(confluence, options);
    }

    @AfterAll
    void stop() {
        visitor.close();
        confluence.close();
    }

    private String spaceId(String key) {
        return visitor.json("/api/v2/spaces?keys=" + key).at("/results/0/id").asText();
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asText()).toList();
    }

    @Test
    void listsEveryPageOfASpaceOnceByFollowingNext() {
        List<JsonNode> pages = visitor.all("/api/v2/spaces/" + spaceId("ENG") + "/pages?limit=50");
        assertThat(ids(pages)).isEqualTo(confluence.site().pageIds("ENG")).hasSize(120);
    }

    @Test
    void listsThePagesOfAllSpacesWithoutASpaceId() {
        assertThat(visitor.all("/api/v2/pages?limit=250")).hasSize(240);
    }

    @Test
    void repeatsEveryParameterInNextAndDoesNotEndWithTheCursor() {
        HttpResponse<byte[]> response =
                visitor.ask("/api/v2/pages?limit=10&space-id=" + spaceId("OPS") + "&body-format=storage");
        String next = Visitor.parse(response).at("/_links/next").asText();
        assertThat(next)
                .startsWith("/wiki/api/v2/pages?")
                .contains("limit=10", "space-id=" + spaceId("OPS"), "body-format=storage", "cursor=")
                .doesNotContainPattern("cursor=[^&]*$");
        assertThat(response.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link)
                        .contains("<" + next + ">; rel=\"next\"", "<" + confluence.baseUrl() + ">; rel=\"base\""));
    }

    @Test
    void answers400ToABrokenCursor() {
        HttpResponse<byte[]> response = visitor.ask("/api/v2/pages?cursor=nonsense");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Visitor.parse(response).at("/errors/0/title").asText())
                .isEqualTo("Provided value for 'cursor' is not the correct type. Expected type is Cursor.");
    }

    @Test
    void answers400ToALimitOutOfRangeAndToARepeatedOne() {
        assertThat(visitor.ask("/api/v2/pages?limit=0").statusCode()).isEqualTo(400);
        assertThat(visitor.ask("/api/v2/pages?limit=251").statusCode()).isEqualTo(400);
        assertThat(visitor.ask("/api/v2/pages?limit=10&limit=10").statusCode()).isEqualTo(400);
    }

    @Test
    void givesBodiesToThePagesAskedForById() {
        List<String> ids = confluence.site().pageIds("ENG").subList(3, 60);
        List<JsonNode> pages =
                visitor.all("/api/v2/pages?limit=250&body-format=storage&id=" + String.join(",", ids) + ",999");
        assertThat(ids(pages)).isEqualTo(ids);
        for (JsonNode page : pages) {
            String storage = page.at("/body/storage/value").asText();
            assertThat(storage.length()).isBetween(3_000, 12_000);
            assertThat(storage.equals(confluence.site().storage(page.path("id").asText())))
                    .isTrue();
        }
    }

    @Test
    void listsFewerItemsThanAskedForWhenCapped() {
        confluence.faults().listingCap(7);
        try {
            assertThat(visitor.json("/api/v2/pages?limit=50").path("results")).hasSize(7);
            assertThat(visitor.all("/api/v2/spaces/" + spaceId("ENG") + "/pages?limit=50"))
                    .hasSize(120);
        } finally {
            confluence.faults().clear();
        }
    }

    @Test
    void listsTheAttachmentsOfTheSiteAndOfAPage() {
        String page = confluence.site().pageIds("OPS").get(5);
        assertThat(visitor.all("/api/v2/attachments?limit=250")).hasSize(480);
        assertThat(ids(visitor.all("/api/v2/pages/" + page + "/attachments?limit=1")))
                .isEqualTo(confluence.site().attachments(page).stream()
                        .map(SimulatedAttachment::id)
                        .toList());
    }

    @Test
    void sortsNewestFirst() {
        confluence.site().editPage(confluence.site().pageIds("OPS").get(17), "<p>new</p>");
        List<JsonNode> pages = visitor.all("/api/v2/pages?sort=-modified-date&limit=30");
        List<String> times = pages.stream()
                .map(page -> page.at("/version/createdAt").asText())
                .toList();
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(240);
        assertThat(ids(pages).getFirst())
                .isEqualTo(confluence.site().pageIds("OPS").get(17));
    }

    @Test
    void cutsVersionListingsWithBodiesToFifty() {
        String page = confluence.site().createPage("OPS", null, "Often edited", "<p>0</p>");
        for (int i = 1; i < 70; i++) {
            confluence.site().editPage(page, "<p>" + i + "</p>");
        }
        String versions = "/api/v2/pages/" + page + "/versions?limit=250";
        assertThat(visitor.json(versions).path("results")).hasSize(70);
        assertThat(visitor.json(versions + "&body-format=storage").path("results"))
                .hasSize(50);
        assertThat(visitor.all(versions + "&body-format=storage")
                        .getLast()
                        .at("/page/body/storage/value")
                        .asText())
                .isEqualTo("<p>0</p>");
        confluence.site().purgePage(page);
    }

    @Test
    void looksUpPeopleAndTypesInBulk() {
        String author =
                visitor.json("/api/v2/pages?limit=1").at("/results/0/authorId").asText();
        JsonNode people =
                Visitor.parse(visitor.post("/api/v2/users-bulk", "{\"accountIds\":[\"" + author + "\",\"nobody\"]}"));
        assertThat(people.path("results")).hasSize(1);
        assertThat(people.at("/results/0/displayName").asText()).isNotEmpty();
        String page = confluence.site().pageIds("ENG").getFirst();
        JsonNode types = Visitor.parse(
                visitor.post("/api/v2/content/convert-ids-to-types", "{\"contentIds\":[\"" + page + "\",\"9\"]}"));
        assertThat(types.path("results").path(page).asText()).isEqualTo("page");
        assertThat(types.path("results").path("9").isNull()).isTrue();
    }

    @Test
    void givesTheTreeWithoutVersions() {
        String home = confluence.site().pageIds("ENG").getFirst();
        List<JsonNode> children = visitor.all("/api/v2/pages/" + home + "/direct-children?limit=5");
        List<JsonNode> below = visitor.all("/api/v2/pages/" + home + "/descendants?depth=10&limit=13");
        assertThat(children)
                .isNotEmpty()
                .allSatisfy(child -> assertThat(child.has("version")).isFalse());
        assertThat(below.size()).isBetween(children.size() + 1, 119);
        String deepest = below.getLast().path("id").asText();
        assertThat(visitor.json("/api/v2/pages/" + deepest + "/ancestors").path("results"))
                .hasSize(below.getLast().path("depth").asInt());
    }
}
