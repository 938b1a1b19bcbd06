package dev.sluice.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks a simulator over HTTP, as a client would; never follows redirects. */
final class Visitor implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI baseUrl;
    private final Map<String, String> headers;

    private Visitor(URI baseUrl, Map<String, String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    static Visitor of(SimulatedConfluence confluence, SimulatorOptions options) {
        return new Visitor(confluence.baseUrl(), Map.of("Authorization", basic(options.user(), options.token())));
    }

    static Visitor at(URI baseUrl) {
        return new Visitor(baseUrl, Map.of());
    }

    static Visitor anonymous(SimulatedConfluence confluence) {
        return new Visitor(confluence.baseUrl(), Map.of());
    }

    static String basic(String user, String token) {
        String pair = user + ":" + token;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    Visitor with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Visitor(baseUrl, more);
    }

    /** Asks for a path below the base URL, or for an absolute address. */
    HttpResponse<byte[]> ask(String path) {
        return send(HttpRequest.newBuilder(resolve(path)).GET());
    }

    HttpResponse<byte[]> post(String path, String body) {
        return send(HttpRequest.newBuilder(resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> delete(String path) {
        return send(HttpRequest.newBuilder(resolve(path)).DELETE());
    }

    private URI resolve(String path) {
        return path.startsWith("http") ? URI.create(path) : URI.create(baseUrl + path);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    JsonNode json(String path) {
        HttpResponse<byte[]> response = ask(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + text(response));
        }
        return parse(response);
    }

    static JsonNode parse(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** All items of a listing, following {@code next} to the end. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String origin = baseUrl.getScheme() + "://" + baseUrl.getAuthority();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = json(next);
            page.path("results").forEach(items::add);
            String link = page.path("_links").path("next").asText();
            next = link.startsWith("/wiki") ? origin + link : link;
        }
        return items;
    }

    @Override
    public void close() {
        client.close();
    }
}
