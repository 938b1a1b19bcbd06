package dev.sluice.detector.api;

import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.Scene.removed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the manifest says, over HTTP. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class ManifestApiTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    Manifest manifest;

    private final Scene scene = new Scene(Path.of("unused").toAbsolutePath());

    @BeforeEach
    void aManifestOfThreeAndOneThatIsGone() {
        RunRef run = scene.run();
        manifest.record(List.of(
                exported(run, 0, page("1", "Design"), 0),
                exported(run, 1, page("2", "Plan"), 0),
                exported(run, 2, attachment("1", "att3", "x.png"), 0),
                exported(run, 3, page("4", "Old"), 0)));
        manifest.record(List.of(removed(run, 4, page("4", "Old"), false)));
    }

    @Test
    void tellsEntriesAPageAtATime() throws Exception {
        // When
        JsonNode first = json(get("?limit=3"));
        JsonNode second = json(get("?limit=3&cursor=" + first.path("next").asText()));

        // Then
        assertThat(resources(first)).containsExactly("attachment:1/att3", "page:1", "page:2");
        assertThat(resources(second)).containsExactly("page:4");
        assertThat(second.has("next")).isFalse();
        assertThat(first.path("items").get(1).path("path").asText()).isEqualTo("ENG/Design.md");
        assertThat(first.path("items").get(1).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void looksForWhatIsAskedFor() throws Exception {
        assertThat(resources(json(get("?status=deleted")))).containsExactly("page:4");
        assertThat(resources(json(get("?kind=attachment")))).containsExactly("attachment:1/att3");
        assertThat(resources(json(get("?path=ENG/Pl")))).containsExactly("page:2");
        assertThat(resources(json(get("?resource=page:1")))).containsExactly("page:1");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        // When
        HttpResponse<String> answer = get("?status=lost");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asText()).contains("active, stale, inaccessible or deleted");
    }

    @Test
    void answersNobodyWithoutAKey() throws Exception {
        assertThat(send(request("")).statusCode()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(base.resolve("/q/health/live"))).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String query) throws Exception {
        return send(request(query).header("Authorization", "Bearer " + DetectorInfrastructure.VIEWER_KEY));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(base.resolve("/api/v1/exports/" + scene.export() + "/manifest" + query));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Wire.json().readTree(answer.body());
    }

    private static List<String> resources(JsonNode page) {
        return page.path("items").findValuesAsText("resource");
    }
}
