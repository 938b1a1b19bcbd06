package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings, cursors and the search index of Cloud where they are not what a client would like. */
class ConsistencyTest {

    private final SimulatorOptions options =
            SimulatorOptions.cloud().withShape(SiteShape.small().withPagesPerSpace(120));
    private final SimulatedConfluence confluence = SimulatedConfluence.start(options);
    private final Visitor visitor = Visitor.of(confluence, options);

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    @Test
    void listingsAndTheSearchIndexShowChangesLate() {
        // Given
        confluence.faults().listings().delay(Duration.ofSeconds(5));
        confluence.faults().listings().searchDelay(Duration.ofSeconds(10));
        String made = confluence.site().createPage("ENG", null, "Made just now", "<p/>");

        // When and then
        assertThat(ids("/api/v2/pages?limit=250")).doesNotContain(made);
        assertThat(visitor.json("/api/v2/pages/" + made).path("title").asText()).isEqualTo("Made just now");
        pass(3);
        assertThat(ids("/api/v2/pages?limit=250")).contains(made);
        assertThat(search("title=\"Made just now\"")).isZero();
        pass(3);
        assertThat(search("title=\"Made just now\"")).isEqualTo(1);
    }

    /** Each space makes the clock tick twice. */
    private void pass(int spaces) {
        for (int i = 0; i < spaces; i++) {
            confluence.site().createSpace("T" + System.nanoTime(), "Time passes");
        }
    }

    @Test
    void aCursorIsGoodForSomeTimeOnly() throws InterruptedException {
        // Given
        confluence.faults().listings().cursorLifetime(Duration.ofMillis(1));
        String next = visitor.json("/api/v2/pages?limit=10").at("/_links/next").asText();

        // When
        Thread.sleep(20);

        // Then
        assertThat(visitor.ask(next.substring("/wiki".length())).statusCode()).isEqualTo(400);
    }

    @Test
    void listingsWithBodiesMayBeCutToFewer() {
        // Given
        confluence.faults().listings().bodyCap(50);

        // When and then
        assertThat(visitor.json("/api/v2/pages?limit=100&body-format=storage").path("results"))
                .hasSize(50);
        assertThat(visitor.json("/api/v2/pages?limit=100").path("results")).hasSize(100);
        assertThat(visitor.all("/api/v2/pages?limit=100&body-format=storage")).hasSize(120);
    }

    @Test
    void searchGoesByItsCursorAlone() {
        // Given
        JsonNode first = visitor.json("/rest/api/search?cql=type=page&limit=50&start=60");

        // When
        String next = first.at("/_links/next").asText();
        JsonNode second = visitor.json(next);

        // Then
        assertThat(first.path("start").asInt()).isZero();
        assertThat(first.path("totalSize").asInt()).isEqualTo(120);
        assertThat(next).startsWith("/rest/api/search?");
        assertThat(second.path("start").asInt()).isEqualTo(50);
        assertThat(visitor.ask("/rest/api/search?cql=").statusCode()).isEqualTo(400);
        assertThat(Visitor.text(visitor.ask("/rest/api/search?cql=type="))).contains("Could not parse cql : type=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rest/api/content", "/rest/api/content/1000001", "/rest/api/content/1000001/child/page"})
    void theDroppedReadsOfTheFirstVersionAreGone(String path) {
        assertThat(visitor.ask(path).statusCode()).isEqualTo(410);
        assertThat(Visitor.text(visitor.ask(path))).contains("GoneException");
    }

    private java.util.List<String> ids(String path) {
        return visitor.all(path).stream().map(item -> item.path("id").asText()).toList();
    }

    private int search(String cql) {
        return visitor.json("/rest/api/search?cql=" + cql.replace(" ", "%20").replace("\"", "%22"))
                .path("results")
                .size();
    }
}
