package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataCenterDownloadTest {

    private final SimulatorOptions options = SimulatorOptions.dataCenter();
    private SimulatedConfluence confluence;
    private Visitor visitor;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(options);
        visitor = Visitor.of(confluence, options);
    }

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    private JsonNode attachment(String page, int index) {
        return visitor.json("/rest/api/content/" + page + "/child/attachment?expand=version")
                .path("results")
                .path(index);
    }

    private static String link(JsonNode attachment) {
        return attachment.at("/_links/download").asText();
    }

    @Test
    void servesEveryAttachmentOfANastySiteByItsLink() {
        for (String page : confluence.site().pageIds("ENG")) {
            JsonNode attachment = attachment(page, 0);
            HttpResponse<byte[]> response = visitor.ask(link(attachment));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .hasSize(attachment.at("/extensions/fileSize").asInt());
        }
    }

    @Test
    void servesAnyVersionAndTheLatestWithoutOne() {
        String page = confluence.site().pageIds("ENG").get(2);
        String id = confluence.site().addAttachment(page, "notes #1 50%.txt", new byte[] {1});
        String first = link(attachment(page, 1));
        confluence.site().newAttachmentVersion(id, new byte[] {2, 2});
        assertThat(visitor.ask(first).body()).containsExactly(1);
        assertThat(visitor.ask(link(attachment(page, 1))).body()).containsExactly(2, 2);
        assertThat(visitor.ask(first.substring(0, first.indexOf('?'))).body()).containsExactly(2, 2);
        confluence.site().deleteAttachment(id);
        assertThat(visitor.ask(first).statusCode()).isEqualTo(404);
    }

    @Test
    void answers304WhenNothingIsNewer() {
        String page = confluence.site().pageIds("ENG").get(2);
        String link = link(attachment(page, 0));
        String modified =
                visitor.ask(link).headers().firstValue("Last-Modified").orElseThrow();
        try (Visitor again = visitor.with("If-Modified-Since", modified);
                Visitor earlier = visitor.with("If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")) {
            assertThat(again.ask(link).statusCode()).isEqualTo(304);
            assertThat(earlier.ask(link).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void hidesTrashedContentUnlessTheStatusIsAskedFor() {
        String page = confluence.site().pageIds("ENG").get(7);
        confluence.site().trashPage(page);
        assertThat(visitor.ask("/rest/api/content/" + page).statusCode()).isEqualTo(404);
        assertThat(visitor.json("/rest/api/content/" + page + "?status=any")
                        .path("status")
                        .asText())
                .isEqualTo("trashed");
        assertThat(visitor.all("/rest/api/content/scan?spaceKey=ENG&limit=200")).hasSize(49);
    }
}
