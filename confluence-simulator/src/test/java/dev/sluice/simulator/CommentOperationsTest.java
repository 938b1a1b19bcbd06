package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of comments, and that their pages stay as they are. */
class CommentOperationsTest {

    private final SimulatorOptions options =
            SimulatorOptions.cloud().withShape(SiteShape.small().withPagesPerSpace(5));
    private SimulatedConfluence confluence;
    private SimulatedSite site;
    private Visitor visitor;
    private String child;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(options);
        site = confluence.site();
        visitor = Visitor.of(confluence, options);
        child = site.pageIds("ENG").getLast();
    }

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    private JsonNode fetch(String id) {
        return visitor.json("/api/v2/pages/" + id + "?body-format=storage");
    }

    @Test
    void commentsChangeNothingOfThePageAndHaveVersionsOfTheirOwn() {
        // Given
        JsonNode before = fetch(child);

        // When
        String comment = site.addComment(child, null, "<p>One</p>");
        String reply = site.addComment(child, comment, "<p>Two</p>");
        site.editComment(comment, "<p>Edited</p>");

        // Then
        assertThat(fetch(child)).isEqualTo(before);
        List<JsonNode> all = visitor.all("/api/v2/footer-comments?body-format=storage");
        assertThat(all).extracting(each -> each.path("id").asText()).containsExactly(comment, reply);
        assertThat(all.getFirst().at("/version/number").asInt()).isEqualTo(2);
        assertThat(all.getFirst().at("/body/storage/value").asText()).isEqualTo("<p>Edited</p>");
        assertThat(all.getLast().path("parentCommentId").asText()).isEqualTo(comment);
        assertThat(visitor.all("/api/v2/pages/" + child + "/footer-comments")).hasSize(1);
        assertThat(visitor.all("/api/v2/footer-comments/" + comment + "/children"))
                .hasSize(1);
        site.deleteComment(comment);
        assertThat(visitor.all("/api/v2/footer-comments")).isEmpty();
    }

    @Test
    void anInlineCommentKnowsWhatItIsAboutAndCanBeResolved() {
        // Given
        String page = site.createPage("ENG", null, "Discussed", "<p>Some text</p>");

        // When
        String comment = site.addInlineComment(page, "<p>Why?</p>");
        site.resolveComment(comment);

        // Then
        JsonNode listed = visitor.all("/api/v2/inline-comments").getFirst();
        assertThat(listed.at("/properties/inlineOriginalSelection").asText()).isEqualTo("Some text");
        assertThat(listed.path("resolutionStatus").asText()).isEqualTo("resolved");
        assertThat(site.storage(page))
                .contains(listed.at("/properties/inlineMarkerRef").asText());
        site.restrictPage(page);
        assertThat(visitor.all("/api/v2/inline-comments")).isEmpty();
    }
}
