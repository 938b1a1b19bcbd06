package dev.sluice.planner.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.PlannerInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the planner's API as somebody with a role. */
public final class PlannerClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String credential;

    /** {@code role}: of the key that is sent. */
    public PlannerClient(URI base, String role) {
        this(base, "Bearer", PlannerInfrastructure.keyOf(role));
    }

    PlannerClient(URI base, String scheme, String credential) {
        this.base = base;
        this.credential = scheme + " " + credential;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    public JsonNode json(String path) {
        return json(get(path));
    }

    public HttpResponse<String> post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public HttpResponse<String> put(String path, Object body) {
        return send("PUT", path, body);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    HttpResponse<String> send(String method, String path, @Nullable Object body) {
        try {
            return HTTP.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lines of an answer that goes on. */
    public Stream<String> lines(String path) throws IOException, InterruptedException {
        return HTTP.send(request("GET", path, null), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(
                        body instanceof String text
                                ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                : Wire.encode(body));
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", credential)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return Wire.json().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }
}
