package dev.sluice.fetcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.ObjectStores;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebImagesTest {

    private static final byte[] PNG = "not really a png".getBytes(UTF_8);

    @TempDir
    Path folder;

    private WebServer server;
    private ObjectStore store;
    private final WebImages images = WebServer.trustingImages();

    @BeforeEach
    void aServer() {
        server = WebServer.start();
        store = ObjectStores.open(folder.toUri(), null);
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
        images.close();
    }

    @Test
    void aPictureIsStoredAndItsServerIsToldNothingOfUs() throws Exception {
        server.picture("/a", "image/png", PNG);

        WebImage.Received received = (WebImage.Received) get("/a");

        assertThat(Files.readAllBytes(folder.resolve("picture"))).isEqualTo(PNG);
        assertThat(received.ending()).isEqualTo("png");
        assertThat(received.etag()).isEqualTo("\"16\"");
        assertThat(server.asked()).singleElement().satisfies(headers -> {
            assertThat(headers.containsKey("Authorization")).isFalse();
            assertThat(headers.containsKey("Cookie")).isFalse();
            assertThat(headers.containsKey("Referer")).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg,jpg", "image/svg+xml; charset=utf-8,svg", "IMAGE/WebP,webp", "image/x-Strange.thing,img"})
    void theEndingIsThatOfTheMediaType(String mediaType, String ending) {
        server.picture("/a", mediaType, PNG);

        assertThat(((WebImage.Received) get("/a")).ending()).isEqualTo(ending);
    }

    @Test
    void whatIsHeldIsAskedForOnlyIfItHasChanged() {
        server.picture("/a", "image/png", PNG);
        ImageResource held = image(server.url("/a")).held("\"16\"\n");

        assertThat(images.get(held, this::store)).isEqualTo(new WebImage.NotModified());
        assertThat(images.get(held.held("\"17\"\n"), this::store)).isInstanceOf(WebImage.Received.class);
    }

    @Test
    void redirectsAreFollowedButNotForEver() {
        server.picture("/a", "image/png", PNG);
        redirect("/there", "/a");
        redirect("/round", "/round");

        assertThat(get("/there")).isInstanceOf(WebImage.Received.class);
        assertThat(reason(get("/round"))).contains("more than 5 times");
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() {
        redirect("/inwards", "http://127.0.0.2:" + server.url("").replaceAll(".*:", "") + "/a");
        redirect("/named", "http://localhost:1/a");

        assertThat(reason(get("/inwards"))).contains("127.0.0.2 is at a private address");
        assertThat(reason(get("/named"))).contains("localhost is at a private address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/a",
                "http://localhost:%d/a",
                "http://2130706433:%d/a",
                "http://127.1:%d/a",
                "http://[::1]:%d/a",
                "http://[::ffff:127.0.0.1]:%d/a",
                "http://0.0.0.0:%d/a"
            })
    void thisMachineIsNotAskedUnlessItIsTrusted(String url) {
        server.picture("/a", "image/png", PNG);
        WebImages careful = new WebImages(WebServer.config(List.of()));
        int port = Integer.parseInt(server.url("").replaceAll(".*:", ""));

        assertThat(careful.get(image(url.formatted(port)), this::store)).isInstanceOf(WebImage.Refused.class);
        assertThat(server.asked()).isEmpty();
        careful.close();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        server.picture("/page", "text/html", PNG);
        server.picture("/large", "image/png", new byte[1001]);
        server.on("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
        });
        server.on("/gone", exchange -> WebServer.send(exchange, 404, new byte[0]));
        server.picture("/empty", "image/png", new byte[0]);

        assertThat(reason(get("/page"))).contains("no picture");
        assertThat(reason(get("/large"))).contains("larger than 1000 bytes");
        assertThat(reason(get("/endless"))).contains("larger than 1000 bytes");
        assertThat(reason(get("/gone"))).contains("HTTP 404");
        assertThat(reason(get("/empty"))).contains("empty");
        assertThat(reason(images.get(image("http://user:secret@127.0.0.1/a"), this::store)))
                .doesNotContain("secret");
    }

    @Test
    void aServerThatStumblesIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        server.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            WebServer.send(exchange, asked.incrementAndGet() == 1 ? 503 : 200, PNG);
        });
        server.on("/cut", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write(PNG);
            exchange.getResponseBody().flush();
        });

        assertThat(get("/a")).isInstanceOf(WebImage.Received.class);
        assertThat(reason(get("/cut"))).contains("does not arrive whole");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        server.on("/silent", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        WebImages hasty = new WebImages(WebServer.config(List.of("127.0.0.1"), Duration.ofMillis(200)));

        assertThat(reason(hasty.get(image(server.url("/silent")), this::store))).contains("No answer from 127.0.0.1");

        never.countDown();
        hasty.close();
    }

    @Test
    void aFullDestinationIsNoFaultOfThePicture() {
        server.picture("/a", "image/png", PNG);

        assertThatThrownBy(() -> images.get(image(server.url("/a")), _ -> {
                    throw new StoreException(StoreException.Category.FULL, "full");
                }))
                .isInstanceOf(StoreException.class);
    }

    private WebImage get(String path) {
        return images.get(image(server.url(path)), this::store);
    }

    private static String reason(WebImage image) {
        return ((WebImage.Refused) image).reason();
    }

    private void redirect(String path, String target) {
        server.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private StoredObject store(InputStream bytes) {
        return store.put("picture", bytes);
    }

    private static ImageResource image(String url) {
        return ImageResource.at(ResourceKey.image(url), url);
    }
}
