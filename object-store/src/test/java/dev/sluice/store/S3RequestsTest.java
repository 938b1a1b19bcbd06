package dev.sluice.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minio.messages.RetentionMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of an S3 server that can do more than the one of the other tests, header by header. */
class S3RequestsTest {

    private static final String LOCK_MODE = "x-amz-object-lock-mode";
    private static final String LOCKED_UNTIL = "x-amz-object-lock-retain-until-date";
    private static final String COPIED = "<CopyObjectResult><ETag>\"1\"</ETag>"
            + "<LastModified>2026-01-01T12:00:00.000Z</LastModified></CopyObjectResult>";
    private static final String TAGS = "x-amz-tagging";

    private final Map<String, Headers> written = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Thu, 01 Jan 2026 12:00:00 GMT");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().add("Content-Length", "3");
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("PUT")) {
                written.put(exchange.getRequestURI().getPath(), exchange.getRequestHeaders());
            }
            byte[] copied = COPIED.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, copied.length);
            exchange.getResponseBody().write(copied);
        }
    }

    @Test
    void objectsAreLockedAndTemporaryOnesTagged() {
        ObjectLock lock = new ObjectLock(RetentionMode.GOVERNANCE, Duration.ofDays(90));
        try (ObjectStore store = open(new S3Rules(lock, true, List.of(".sluice/staging/")))) {
            store.put("ENG/a.md", new ByteArrayInputStream(new byte[3]));
            store.put(".sluice/staging/1", new ByteArrayInputStream(new byte[3]));
            store.move(".sluice/staging/1", "ENG/b.png");
        }

        assertThat(header("ENG/a.md", LOCK_MODE)).isEqualTo("GOVERNANCE");
        assertThat(Instant.parse(String.valueOf(header("ENG/a.md", LOCKED_UNTIL))))
                .isAfter(Instant.now().plus(Duration.ofDays(89)));
        assertThat(header("ENG/a.md", TAGS)).isNull();
        assertThat(header(".sluice/staging/1", LOCK_MODE)).isNull();
        assertThat(header(".sluice/staging/1", TAGS)).isEqualTo("sluice=temporary");
        assertThat(header("ENG/b.png", LOCK_MODE)).isEqualTo("GOVERNANCE");
        assertThat(header("ENG/b.png", "x-amz-tagging-directive")).isEqualTo("REPLACE");
        assertThat(header("ENG/b.png", TAGS)).isNull();
        assertThat(header("ENG/b.png", "x-amz-copy-source")).endsWith(".sluice/staging/1");
    }

    @Test
    void nothingThatSomeServersCannotDoIsAskedForUnlessItIsWanted() {
        try (ObjectStore store = open(S3Rules.NONE)) {
            store.put("ENG/a.md", new ByteArrayInputStream(new byte[3]));
            store.move("ENG/a.md", "ENG/b.md");
        }

        assertThat(written).hasSize(2);
        written.values()
                .forEach(headers -> assertThat(headers)
                        .doesNotContainKeys("X-amz-object-lock-mode", "X-amz-tagging", "X-amz-tagging-directive"));
    }

    private ObjectStore open(S3Rules rules) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return ObjectStores.open(
                URI.create("s3://bucket"),
                S3Settings.of(endpoint, "us-east-1", "key", "secret").with(rules));
    }

    private @Nullable String header(String key, String name) {
        return written.get("/bucket/" + key).getFirst(name);
    }
}
