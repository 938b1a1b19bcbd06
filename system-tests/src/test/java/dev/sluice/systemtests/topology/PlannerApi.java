package dev.sluice.systemtests.topology;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The planner's REST API, as a client over the network sees it. */
public final class PlannerApi {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String key;

    PlannerApi(URI base, String key) {
        this.key = key;
        this.base = base.resolve("/api/v1/");
    }

    /** The id of the export of a part of the site to the destination. */
    String export(String site, String destination, BucketCopy.Wanted wanted) {
        return post(
                "exports",
                Map.of(
                        "site",
                        site,
                        "destination",
                        destination,
                        "scopes",
                        List.of(wanted.scope()),
                        "markdown",
                        wanted.markdown()));
    }

    /** Starts a run that goes about it so, and gives its id. */
    String startRun(String export, Map<String, Boolean> policy) {
        return post("exports/" + export + "/runs", policy);
    }

    /** The run, its state and its counts. */
    public JsonNode run(String id) {
        return get("runs/" + id);
    }

    /** Like {@link #run}, but a planner that is about to start again is not waited for. */
    JsonNode runJustNow(String id) throws ConnectException {
        return trySend(request("runs/" + id).GET());
    }

    /** Ends a run; the run as it is then. */
    public JsonNode cancel(String run) {
        return send(request("runs/" + run + "/cancel").POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** What the run looks like from now to its end, as its watchers are told. */
    public List<JsonNode> watch(String run) {
        HttpRequest.Builder request = request("runs/" + run + "/events").timeout(Duration.ofMinutes(3));
        try (Stream<String> lines =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data:"))
                    .map(line -> Wire.decode(line.substring(5).getBytes(StandardCharsets.UTF_8), JsonNode.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The audit trail of an export. */
    public List<AuditRecord> audit(String export) {
        return all("exports/" + export + "/audit").stream()
                .map(record -> Wire.json().convertValue(record, AuditRecord.class))
                .toList();
    }

    /** Whether the audit trail of an export is as it was written. */
    public boolean intact(String export) {
        return get("exports/" + export + "/audit/verification").path("intact").asBoolean();
    }

    /** The manifest of an export; the detector's. */
    public List<JsonNode> manifest(String export) {
        return all("exports/" + export + "/manifest");
    }

    /** What became of the run's descriptors, but for the unchanged ones. */
    public List<JsonNode> outcomes(String run) {
        return all("runs/" + run + "/outcomes");
    }

    /** The items of a list, in pages that are small. */
    private List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + "?limit=25&cursor=" + cursor);
            page.path("items").forEach(all::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return all;
    }

    JsonNode open(String run) {
        return get("runs/" + run + "/open");
    }

    private String post(String path, Object body) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.encode(body))))
                .path("id")
                .asText();
    }

    private JsonNode get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(20));
    }

    /** A planner that is about to start again is waited for. */
    private static JsonNode send(HttpRequest.Builder request) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (true) {
            try {
                return trySend(request);
            } catch (ConnectException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new UncheckedIOException(e);
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private static JsonNode trySend(HttpRequest.Builder request) throws ConnectException {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError("%s answers %d: %s"
                        .formatted(
                                response.uri(),
                                response.statusCode(),
                                new String(response.body(), java.nio.charset.StandardCharsets.UTF_8)));
            }
            return Wire.json().readTree(response.body());
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
