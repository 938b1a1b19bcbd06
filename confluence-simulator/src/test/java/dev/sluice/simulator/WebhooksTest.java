package dev.sluice.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String SECRET = "only-we-two-know";

    private final SimulatorOptions options = SimulatorOptions.dataCenter();
    private final SimulatedConfluence confluence = SimulatedConfluence.start(options);
    private final Visitor visitor = Visitor.of(confluence, options);
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private HttpServer listener;

    private record Told(String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/told", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                told.add(new Told(exchange.getRequestHeaders().getFirst("X-Hub-Signature"), body));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        visitor.close();
        confluence.close();
    }

    @Test
    void whoRegistersIsToldOfTheEventsItNamedAndOfNoOthers() throws Exception {
        // Given
        String page = confluence.site().pageIds("ENG").get(2);
        JsonNode made = Visitor.parse(register("page_updated", "comment_created"));

        // When
        confluence.site().addLabel(page, "not-asked-for");
        confluence.site().appendToPage(page, "more");
        Told update = told.poll(20, TimeUnit.SECONDS);
        confluence.site().addComment(page, null, "<p>Well</p>");
        Told comment = told.poll(20, TimeUnit.SECONDS);

        // Then
        assertThat(made.path("configuration").has("secret")).isFalse();
        JsonNode event = Visitor.JSON.readTree(update.body());
        assertThat(event.path("event").asText()).isEqualTo("page_updated");
        assertThat(event.at("/page/id").asText()).isEqualTo(page);
        assertThat(update.signature()).isEqualTo("sha256=" + hmac(update.body()));
        assertThat(Visitor.JSON.readTree(comment.body()).path("event").asText()).isEqualTo("comment_created");
    }

    @Test
    void aWebhookThatIsDeletedIsListedNoMore() {
        // Given
        String id = Visitor.parse(register("page_moved")).path("id").asText();
        int before = visitor.json("/rest/api/webhooks").path("size").asInt();

        // When
        int status = visitor.delete("/rest/api/webhooks/" + id).statusCode();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(status).isEqualTo(204);
        assertThat(visitor.json("/rest/api/webhooks").path("size").asInt()).isZero();
    }

    @Test
    void oneWithoutEventsOrAnAddressIsRefused() {
        assertThat(visitor.post("/rest/api/webhooks", "{\"url\": \"http://127.0.0.1/\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.post("/rest/api/webhooks", "{\"url\": \"here\", \"events\": []}")
                        .statusCode())
                .isEqualTo(400);
    }

    private java.net.http.HttpResponse<byte[]> register(String... events) {
        return visitor.post("/rest/api/webhooks", """
            {"name": "test", "events": ["%s"], "active": true, "configuration": {"secret": "%s"},
             "url": "http://127.0.0.1:%d/told"}\
            """.formatted(
                String.join("\", \"", events), SECRET, listener.getAddress().getPort()));
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }
}
