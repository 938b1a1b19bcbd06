package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataCenterListingTest {

    private final SimulatorOptions options = SimulatorOptions.dataCenter()
            .withShape(SiteShape.small().withSpaces(2).withPagesPerSpace(230).withAttachmentsPerPage(2));
    private SimulatedConfluence confluence;
    private Visitor visitor;

    @BeforeAll
    void start() {
        confluence = SimulatedConfluence.start(options);
        visitor = Visitor.anonymous(confluence).with("Authorization", "Bearer " + options.token());
    }

    @AfterAll
    void stop() {
        visitor.close();
        confluence.close();
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asText()).toList();
    }

    @Test
    void scansEveryPageOfASpaceOnceByFollowingNext() {
        List<JsonNode> pages = visitor.all("/rest/api/content/scan?spaceKey=OPS&limit=200&expand=version,ancestors");
        assertThat(ids(pages)).isEqualTo(confluence.site().pageIds("OPS")).hasSize(230);
        assertThat(pages)
                .allSatisfy(
                        page -> assertThat(page.at("/version/when").asText()).endsWith("+01:00"));
    }

    @Test
    void listsByOffsetWithLinksRelativeToTheBase() {
        JsonNode first = visitor.json("/rest/api/content?spaceKey=ENG&limit=40&expand=version");
        assertThat(first.path("size").asInt()).isEqualTo(40);
        assertThat(first.at("/_links/next").asText())
                .startsWith("/rest/api/content?")
                .contains("start=40", "limit=40");
        assertThat(first.at("/_links/base").asText())
                .isEqualTo(confluence.baseUrl().toString());
        assertThat(first.at("/_links/context").asText()).isEqualTo("/confluence");
        assertThat(ids(visitor.all("/rest/api/content?spaceKey=ENG&limit=40")))
                .isEqualTo(confluence.site().pageIds("ENG"));
    }

    @Test
    void cutsListingsByWhatIsExpanded() {
        assertThat(visitor.json("/rest/api/content?limit=5000").path("size").asInt())
                .isEqualTo(460);
        assertThat(visitor.json("/rest/api/content?limit=5000&expand=version")
                        .path("size")
                        .asInt())
                .isEqualTo(200);
        assertThat(visitor.json("/rest/api/content/scan?limit=5000&expand=body.storage,version")
                        .path("results"))
                .hasSize(50);
    }

    @Test
    void givesBodiesToThePagesAskedForByIdOrBySearch() {
        List<String> ids = confluence.site().pageIds("ENG").subList(10, 30);
        String joined = String.join(",", ids);
        List<JsonNode> byIds = visitor.all("/rest/api/content?ids=" + joined + "&expand=body.storage,version&limit=50");
        List<JsonNode> bySearch =
                visitor.all("/rest/api/content/search?cql=id%20in%20(" + joined + ")&expand=body.storage&limit=7");
        assertThat(ids(byIds)).isEqualTo(ids).isEqualTo(ids(bySearch));
        assertThat(bySearch)
                .allSatisfy(page -> assertThat(page.at("/body/storage/value").asText())
                        .isEqualTo(confluence.site().storage(page.path("id").asText())));
    }

    @Test
    void anOldServerIgnoresIdsAndListsEverything() {
        confluence.faults().ignoresIds(true);
        String id = confluence.site().pageIds("ENG").get(10);
        assertThat(visitor.json("/rest/api/content?limit=500&ids=" + id).path("results"))
                .hasSize(460);
        confluence.faults().clear();
        assertThat(visitor.json("/rest/api/content?limit=500&ids=" + id).path("results"))
                .hasSize(1);
    }

    @Test
    void expandsAttachmentsWithTheirVersionsInsideAListing() {
        JsonNode page = visitor.json("/rest/api/content?spaceKey=ENG&limit=3&expand=children.attachment.version,space")
                .at("/results/1");
        assertThat(page.at("/children/attachment/results")).hasSize(2);
        assertThat(page.at("/children/attachment/results/0/version/number").asInt())
                .isPositive();
        assertThat(page.at("/space/key").asText()).isEqualTo("ENG");
        assertThat(page.has("version")).isFalse();
        assertThat(page.at("/_expandable").has("version")).isTrue();
    }

    @Test
    void answersUnknownContentWithARestError() {
        JsonNode error = Visitor.parse(visitor.ask("/rest/api/content/4711"));
        assertThat(error.path("statusCode").asInt()).isEqualTo(404);
        assertThat(error.path("reason").asText()).isEqualTo("Not Found");
    }
}
