package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.ScriptedSite.Reply;
import dev.sluice.confluence.ScriptedSite.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final String LINK = "/rest/api/content/1/child/attachment/att2/download";
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

    private final VirtualTime time = new VirtualTime();
    private final byte[] bytes = randomBytes(100_000);
    private final AttachmentRef attachment = new AttachmentRef("att2", "1", "x.bin", bytes.length, LINK);
    private ScriptedSite site;
    private ScriptedSite media;
    private Confluence client;

    @BeforeEach
    void start() {
        site = new ScriptedSite();
        media = new ScriptedSite();
        client = ConfluenceClients.open(site.cloud(), ClientSettings.defaults(), time.timing());
    }

    @AfterEach
    void stop() {
        client.close();
        site.close();
        media.close();
    }

    @Test
    void followsRedirectsWithoutTheCredentials() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect(media.url() + "/first?token=a.b.c&name=x y.bin"));
        media.on("/first?token=a.b.c&name=x%20y.bin", Reply.redirect("/second"));
        media.on("/second", Reply.bytes(bytes));

        // When
        byte[] downloaded = client.download(attachment, InputStream::readAllBytes);

        // Then
        assertThat(downloaded).isEqualTo(bytes);
        assertThat(site.requests()).extracting(Request::authorization).allMatch(value -> value.startsWith("Basic "));
        assertThat(media.requests()).extracting(Request::authorization).containsExactly("", "");
        assertThat(client.requests()).isEqualTo(new RequestCount(1, 2, 0));
    }

    @Test
    void keepsTheCredentialsOnARedirectWithinTheSite() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect("/wiki/other"));
        site.on("/wiki/other", Reply.bytes(bytes));

        // When
        client.download(attachment, InputStream::readAllBytes);

        // Then
        assertThat(site.requests()).extracting(Request::authorization).doesNotContain("");
    }

    @Test
    void startsAnewAtTheSiteWhenTheMediaHostRefusesAnOldLink() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect(media.url() + "/old"), Reply.redirect(media.url() + "/new"));
        media.on("/old", Reply.status(403));
        media.on("/new", Reply.bytes(bytes));

        // When
        byte[] downloaded = client.download(attachment, InputStream::readAllBytes);

        // Then
        assertThat(downloaded).isEqualTo(bytes);
    }

    @Test
    void waitsForAMediaHostThatAsksToSlowDownBeforeItAsksTheSiteForAnotherLink() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect(media.url() + "/first"), Reply.redirect(media.url() + "/second"));
        media.on("/first", Reply.of(429, Map.of("Retry-After", "40"), ""));
        media.on("/second", Reply.bytes(bytes));

        // When
        byte[] downloaded = client.download(attachment, InputStream::readAllBytes);

        // Then
        assertThat(downloaded).isEqualTo(bytes);
        assertThat(time.passed()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(52));
        assertThat(client.requests()).isEqualTo(new RequestCount(2, 2, 1));
    }

    @Test
    void givesTheSinkANewStreamAfterATruncatedTransfer() {
        // Given
        site.on(
                "/wiki" + LINK,
                Reply.bytes(bytes).cutAfter(5_000),
                Reply.bytes(bytes).with("X-Ignores", "ranges"),
                Reply.bytes(randomBytes(999)),
                Reply.bytes(bytes));
        AtomicInteger streams = new AtomicInteger();

        // When
        byte[] downloaded = client.download(attachment, stream -> {
            streams.incrementAndGet();
            return stream.readAllBytes();
        });

        // Then
        assertThat(downloaded).isEqualTo(bytes);
        assertThat(streams).hasValue(2);
        assertThat(client.requests().retries()).isEqualTo(2);
    }

    @Test
    void triesAgainWhenTheSinkWrapsTheBrokenStreamsFailure() {
        // Given
        site.on("/wiki" + LINK, Reply.bytes(bytes).cutAfter(5_000), Reply.bytes(bytes));

        // When
        byte[] downloaded = client.download(attachment, stream -> {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        // Then
        assertThat(downloaded).isEqualTo(bytes);
    }

    @Test
    void neverRepeatsADownloadThatTheReceiverFailedOn() {
        // Given
        site.on("/wiki" + LINK, Reply.bytes(bytes));
        IllegalStateException full = new IllegalStateException("the store is full");

        // When
        assertThatThrownBy(() -> client.download(attachment, _ -> {
                    throw full;
                }))

                // Then
                .isSameAs(full);
        assertThat(site.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, -1})
    void recognisesALoginPageInPlaceOfTheFile(long size) {
        // Given
        site.on("/wiki" + LINK, Reply.of(200, HTML, "<form action=\"/dologin.action\">"));

        // When
        assertThatThrownBy(() ->
                        client.download(new AttachmentRef("att2", "1", "x.bin", size, LINK), InputStream::readAllBytes))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED))
                .hasMessageContaining("answered with its login page")
                .hasMessageContaining("jo@example.org")
                .hasMessageNotContaining("s3cret");
        assertThat(site.requests()).hasSize(2);
    }

    @Test
    void recognisesARedirectToTheLoginPage() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect("/login.action?os_destination=x"));

        // When
        assertThatThrownBy(() -> client.download(attachment, InputStream::readAllBytes))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED));
    }

    @Test
    void downloadsAFileOfHtml() {
        // Given
        String html = "<html>an attached page with a login form</html>";
        site.on("/wiki" + LINK, Reply.of(200, HTML, html));
        AttachmentRef page = new AttachmentRef("att2", "1", "x.html", html.length(), LINK);

        // When
        byte[] downloaded = client.download(page, InputStream::readAllBytes);

        // Then
        assertThat(downloaded).asString().isEqualTo(html);
    }

    @Test
    void saysWhatNeverArrivesWhole() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect(media.url() + "/file?token=secret-token"));
        media.on("/file?token=secret-token", Reply.bytes(bytes).cutAfter(10));

        // When
        assertThatThrownBy(() -> client.download(attachment, InputStream::readAllBytes))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                .hasMessage("The download of attachment att2 of page 1 does not arrive whole: 10 bytes arrived of"
                        + " 100000 listed; run again, in case it was replaced meanwhile.");
        assertThat(media.requests()).hasSize(10);
    }

    @Test
    void givesUpOnRedirectsWithoutEnd() {
        // Given
        site.on("/wiki" + LINK, Reply.redirect("/wiki" + LINK));

        // When
        assertThatThrownBy(() -> client.download(attachment, InputStream::readAllBytes))

                // Then
                .isInstanceOf(ConfluenceException.class)
                .hasMessageContaining("redirected more than 5 times");
        assertThat(site.requests()).hasSize(6);
    }

    private static byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        new Random(20261122L).nextBytes(bytes);
        return bytes;
    }
}
