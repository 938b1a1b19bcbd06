package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.ScriptedSite.Reply;
import dev.sluice.confluence.ScriptedSite.Request;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads that break off go on where they stopped, as far as the server lets them. */
class ResumedDownloadTest {

    private static final String LINK = "/rest/api/content/1/child/attachment/att2/download";

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
    void goesOnWhereATransferBroke() {
        // Given
        site.on(
                "/wiki" + LINK,
                Reply.redirect(media.url() + "/1"),
                Reply.redirect(media.url() + "/2"),
                Reply.redirect(media.url() + "/3"));
        media.on("/1", Reply.bytes(bytes).with("ETag", "\"v1\"").cutAfter(5_000));
        media.on("/2", Reply.restOf(bytes).cutAfter(20_000));
        media.on("/3", Reply.restOf(bytes));
        AtomicInteger streams = new AtomicInteger();

        // When
        byte[] downloaded = client.download(attachment, stream -> {
            streams.incrementAndGet();
            return stream.readAllBytes();
        });

        // Then
        assertThat(downloaded).isEqualTo(bytes);
        assertThat(streams).hasValue(1);
        // what is on its way when a connection breaks may be lost
        assertThat(media.requests()).extracting(Request::range).first().isEqualTo("");
        assertThat(media.requests().subList(1, 3))
                .extracting(Request::range)
                .allMatch(range -> range.matches("bytes=[1-9][0-9]*-"));
        assertThat(media.requests()).extracting(Request::ifRange).containsExactly("", "\"v1\"", "\"v1\"");
        assertThat(media.requests()).extracting(Request::authorization).containsOnly("");
    }

    @Test
    void goesOnThoughTheSiteAllowsOneRequestAtATimeAndStumbles() {
        // Given
        site.on("/wiki" + LINK, Reply.bytes(bytes).cutAfter(5_000), Reply.status(503), Reply.restOf(bytes));
        try (Confluence one =
                ConfluenceClients.open(site.cloud(), ClientSettings.defaults().withMaxConcurrent(1), time.timing())) {

            // When and then
            assertThat(one.download(attachment, InputStream::readAllBytes)).isEqualTo(bytes);
            assertThat(one.requests().retries()).isEqualTo(1);
        }
    }

    @Test
    void takesNoRestOfAnotherFile() {
        // Given
        byte[] longer = randomBytes(100_001);
        site.on(
                "/wiki" + LINK,
                Reply.bytes(bytes).cutAfter(5_000),
                Reply.restOf(longer),
                Reply.bytes(bytes).cutAfter(5_000),
                Reply.bytes(bytes));

        // When and then
        assertThat(client.download(attachment, InputStream::readAllBytes)).isEqualTo(bytes);
        assertThat(site.requests())
                .extracting(request -> request.range().replaceAll("[1-9][0-9]*", "N"))
                .containsExactly("", "bytes=N-", "", "");
    }

    @Test
    void givesUpOnATransferThatBreaksOffAtEveryByte() {
        // Given
        Reply nothing = Reply.restOf(bytes).cutAfter(0);
        Reply cut = Reply.bytes(bytes).cutAfter(5_000);
        site.on("/wiki" + LINK, cut, nothing, nothing, nothing, cut);

        // When and then
        assertThatThrownBy(() -> client.download(attachment, InputStream::readAllBytes))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE));
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
