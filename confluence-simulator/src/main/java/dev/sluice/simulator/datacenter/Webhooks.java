package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.content.People;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.SiteEvents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhooks of Data Center: who registers one is told of events by a signed POST, once, without a second try and in no
 * certain order.
 */
final class Webhooks {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final V1Links links;
    private final Map<Integer, Webhook> all = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LONGEST_CALL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private record Webhook(
            int id, String name, List<String> events, String url, String secret, boolean active, Instant createdAt) {

        @Override
        public String toString() {
            return "Webhook[" + id + " " + name + "]";
        }
    }

    Webhooks(V1Links links) {
        this.links = links;
    }

    void register(Routes routes) {
        routes.get("/rest/api/webhooks", this::list)
                .post("/rest/api/webhooks", this::create)
                .get("/rest/api/webhooks/{id}", request -> Response.json(200, shape(require(request))))
                .delete("/rest/api/webhooks/{id}", this::remove);
    }

    private Response list(Request request) {
        return new OffsetListing(request, links, 100, 1000).answerFrom(List.copyOf(all.values()), Webhooks::shape);
    }

    private Response create(Request request) {
        ObjectNode asked = Json.parseObject(request.body());
        String url = asked.path("url").asText();
        if (!asked.path("events").isArray() || !(url.startsWith("http://") || url.startsWith("https://"))) {
            throw DataCenterErrors.invalid("The webhook parameters were invalid or not supplied.");
        }
        Webhook made = new Webhook(
                lastId.incrementAndGet(),
                asked.path("name").asText(),
                asked.path("events").valueStream().map(JsonNode::asText).toList(),
                url,
                asked.path("configuration").path("secret").asText(),
                asked.path("active").asBoolean(true),
                Instant.now());
        all.put(made.id(), made);
        return Response.json(201, shape(made));
    }

    private Response remove(Request request) {
        all.remove(require(request).id());
        return Response.empty(204);
    }

    private Webhook require(Request request) {
        Webhook found = request.number("id").map(id -> all.get(id.intValue())).orElse(null);
        if (found == null) {
            throw DataCenterErrors.notFound("No webhook with id: " + request.variable("id"));
        }
        return found;
    }

    /** Without the secret. */
    private static ObjectNode shape(Webhook webhook) {
        ObjectNode json = Json.object()
                .put("id", webhook.id())
                .put("name", webhook.name())
                .put("url", webhook.url())
                .put("active", webhook.active())
                .put("sslVerificationRequired", true);
        json.putObject("configuration");
        ArrayNode events = json.putArray("events");
        webhook.events().forEach(events::add);
        return json;
    }

    /** Tells all who want to know. */
    void tell(SiteEvents.Event event) {
        ObjectNode body = Json.object()
                .put("timestamp", System.currentTimeMillis())
                .put("event", event.name())
                .put("userKey", People.id(Mode.DATA_CENTER, 1));
        body.putObject(event.subject()).put("id", event.id());
        all.values().stream()
                .filter(webhook -> webhook.active() && webhook.events().contains(event.name()))
                .forEach(webhook -> send(webhook, event.name(), body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void send(Webhook webhook, String event, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .timeout(LONGEST_CALL)
                .header("Content-Type", "application/json")
                .header("X-Event-Key", event)
                .header("X-Hub-Signature", "sha256=" + signature(webhook.secret(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // nobody waits for the answer, and nobody tries again
        var ignored = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
