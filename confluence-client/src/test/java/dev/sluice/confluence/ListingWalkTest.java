package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.ScriptedSite.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingWalkTest {

    private ScriptedSite server;
    private SiteHttp http;

    @BeforeEach
    void start() {
        server = new ScriptedSite();
        http = new SiteHttp(server.cloud(), ClientSettings.defaults(), new VirtualTime().timing());
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wiki/api/v2/x?cursor=a%3D|b", "/api/v2/x?cursor=a%3D|b"})
    void followsLinksRelativeToTheHostAndToTheBaseUrl(String next) {
        // Given
        server.on("/wiki/api/v2/x?limit=3", answer("1,2", next));
        server.on("/wiki/api/v2/x?cursor=a%3D%7Cb", answer("", "/wiki/api/v2/x?cursor=c"));
        server.on("/wiki/api/v2/x?cursor=c", answer("3", ""));

        // When
        var items = http.listing("/api/v2/x?limit=3").map(JsonNode::asInt).toList();

        // Then
        assertThat(items).containsExactly(1, 2, 3);
    }

    @Test
    void asksForTheNextAnswerOnlyWhenItIsNeeded() {
        // Given
        server.on("/wiki/api/v2/x", answer("1,2", "/wiki/api/v2/y"));

        // When
        int second = http.listing("/api/v2/x").skip(1).findFirst().orElseThrow().asInt();

        // Then
        assertThat(second).isEqualTo(2);
        assertThat(server.paths()).containsExactly("/wiki/api/v2/x");
    }

    @Test
    void asksAgainWhenAnAnswerIsEmpty() {
        // Given
        server.on("/wiki/api/v2/x", Reply.json(""), answer("1", ""));

        // When
        var items = http.listing("/api/v2/x").map(JsonNode::asInt).toList();

        // Then
        assertThat(items).containsExactly(1);
    }

    @Test
    void refusesALinkThatLeadsBack() {
        // Given
        server.on("/wiki/api/v2/x", answer("1", "/wiki/api/v2/y"));
        server.on("/wiki/api/v2/y", answer("2", "/wiki/api/v2/x"));

        // When
        assertThatThrownBy(() -> http.listing("/api/v2/x").toList())

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.MALFORMED))
                .hasMessageContaining("leads back to where it has been");
    }

    @Test
    void refusesALinkToAnotherHost() {
        // Given
        server.on("/wiki/api/v2/x", answer("1", "https://evil.example.org/wiki/api/v2/x?secret=1"));

        // When
        assertThatThrownBy(() -> http.listing("/api/v2/x").toList())

                // Then
                .isInstanceOf(ConfluenceException.class)
                .hasMessageContaining("leads to another host, https://evil.example.org:443")
                .hasMessageNotContaining("secret=1");
    }

    @Test
    void refusesAnAnswerWithoutItems() {
        // Given
        server.on("/wiki/api/v2/x", Reply.json("{\"message\":\"hello\"}"));

        // When
        assertThatThrownBy(() -> http.listing("/api/v2/x").toList())

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.net/wiki, /wiki/api/v2/pages?x=1, https://a.net/wiki/api/v2/pages?x=1",
        "https://a.net/wiki, /rest/api/search, https://a.net/wiki/rest/api/search",
        "https://api.net/ex/confluence/1/wiki, /wiki/api/v2/pages, https://api.net/ex/confluence/1/wiki/api/v2/pages",
        "https://w.org, /rest/api/content, https://w.org/rest/api/content",
        "https://w.org/confluence, /rest/api/content, https://w.org/confluence/rest/api/content",
        "https://w.org/confluence, /confluence/rest/api, https://w.org/confluence/rest/api",
        "https://w.org/confluence, https://other.org/x y?z=100%, https://other.org/x%20y?z=100%25"
    })
    void resolvesLinksAsTheProductsMeanThem(String base, String link, String expected) {
        assertThat(Uris.resolve(java.net.URI.create(base), link)).hasToString(expected);
    }

    private static Reply answer(String items, String next) {
        String links = next.isEmpty() ? "{}" : "{\"next\":\"" + next + "\"}";
        return Reply.json("{\"results\":[" + items + "],\"_links\":" + links + "}");
    }
}
