package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/wiki/api/v2/pages?limit=250, /api/v2/pages",
        "https://a.example/wiki/api/v2/pages/123/labels, /api/v2/pages/{id}/labels",
        "https://a.example/rest/api/content/att77/child, /rest/api/content/{id}/child",
        "https://a.example/confluence/rest/api/space, /rest/api/space",
        "https://a.example/ex/confluence/11223344-a1b2-4c33-9d44-e1fa11223344/wiki/api/v2/spaces, /api/v2/spaces",
        "https://a.example/wiki/download/attachments/1/plan%20b.png, /download",
        "https://a.example/login.action, other",
    })
    void requestsOfAKindHaveOneName(URI uri, String name) {
        assertThat(Endpoint.of(uri, true)).isEqualTo(name);
    }

    @Test
    void otherHostsAreOneEndpoint() {
        assertThat(Endpoint.of(URI.create("https://media.example/file/42?token=secret"), false))
                .isEqualTo("media");
    }
}
