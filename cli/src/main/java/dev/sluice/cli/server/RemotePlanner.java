package dev.sluice.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A planner's API. Whatever it refuses ends the command with one sentence. */
public final class RemotePlanner {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final int AT_ONCE = 1000;

    private final URI base;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    RemotePlanner(URI server, String key) {
        String address = server.toString();
        this.base = URI.create(address.endsWith("/") ? address : address + "/").resolve("api/v1/");
        this.key = key;
    }

    /** Where something of the API is, for people. */
    public URI address(String path) {
        return base.resolve(path);
    }

    /** What is there; {@code path} below the API's own. */
    public JsonNode get(String path) {
        return send(request(path).GET().timeout(LONGEST_ANSWER));
    }

    /** What comes of it; {@code body}: null for none. */
    public JsonNode post(String path, @Nullable Object body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Wire.encode(body));
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(content)
                .timeout(LONGEST_ANSWER));
    }

    /** Hands over the items of a list, page after page; {@code path} may have a query. */
    public void list(String path, Consumer<JsonNode> reader) {
        String next = "";
        do {
            JsonNode page =
                    get("%s%slimit=%d&cursor=%s".formatted(path, path.contains("?") ? "&" : "?", AT_ONCE, next));
            page.path("items").forEach(reader);
            next = page.path("next").asText("");
        } while (!next.isEmpty());
    }

    /** The export of the destination, with this scope added and these settings changed; its id. */
    public String makeExport(
            String site, String destination, ScopeRef scope, Map<String, String> markdown, Map<String, String> paths) {
        return ensure(site, destination, List.of(scope), markdown, paths);
    }

    /** Changes settings of an export. */
    public void change(String export, Map<String, String> markdown, Map<String, String> paths) {
        JsonNode known = get("exports/" + encoded(export));
        ensure(known.path("site").asText(), known.path("destination").asText(), List.of(), markdown, paths);
    }

    private String ensure(
            String site,
            String destination,
            List<ScopeRef> scopes,
            Map<String, String> markdown,
            Map<String, String> paths) {
        Map<String, Object> wanted = Map.of(
                "site", site, "destination", destination, "scopes", scopes, "markdown", markdown, "paths", paths);
        return post("exports", wanted).path("id").asText();
    }

    /** Lines of an answer that goes on until the other side ends it. */
    Stream<String> lines(String path) throws IOException {
        HttpResponse<Stream<String>> answer = exchange(request(path).GET(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            try (Stream<String> body = answer.body()) {
                throw refusal(answer.statusCode(), String.join("\n", body.toList()));
            }
        }
        return answer.body();
    }

    /** A part of an address, with whatever characters. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                if (answer.statusCode() / 100 != 2) {
                    throw refusal(answer.statusCode(), text);
                }
                return json(text);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private JsonNode json(String text) {
        try {
            JsonNode json = Wire.json().readTree(text);
            if (json.isContainerNode()) {
                return json;
            }
        } catch (IOException e) {
            // said below
        }
        throw foreign();
    }

    private CommandFailure foreign() {
        return new CommandFailure(
                ExitCode.USAGE,
                "%s does not answer as a planner does: is --server right?".formatted(base.resolve("/")));
    }

    private CommandFailure refusal(int status, String text) {
        ExitCode code = switch (status) {
            case 401, 403 -> ExitCode.NOT_AUTHORISED;
            case 409 -> ExitCode.REFUSED;
            default -> ExitCode.USAGE;
        };
        String server = base.resolve("/").toString();
        if (status == 401) {
            return new CommandFailure(code, "%s does not accept the API key: see SLUICE_API_KEY.".formatted(server));
        }
        if (status == 403) {
            return new CommandFailure(
                    code, "The API key has a role that may not do this at %s: ask for another one.".formatted(server));
        }
        try {
            String detail = Wire.json().readTree(text).path("detail").asText("");
            if (!detail.isEmpty()) {
                return new CommandFailure(code, detail);
            }
        } catch (IOException e) {
            // said below
        }
        return status >= 500
                ? new CommandFailure(code, "%s answers with an error (%d): see its log.".formatted(server, status))
                : foreign();
    }

    CommandFailure unreachable(IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CommandFailure(
                ExitCode.USAGE, "%s cannot be reached (%s): is --server right?".formatted(base.resolve("/"), reason));
    }
}
