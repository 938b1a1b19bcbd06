package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudDownloadTest {

    private final SimulatorOptions options = SimulatorOptions.cloud();
    private SimulatedConfluence confluence;
    private Visitor visitor;
    private Visitor stranger;
    private String page;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(options);
        visitor = Visitor.of(confluence, options);
        stranger = Visitor.anonymous(confluence);
        page = confluence.site().pageIds("ENG").get(3);
    }

    @AfterEach
    void stop() {
        visitor.close();
        stranger.close();
        confluence.close();
    }

    private String location(SimulatedAttachment attachment) {
        String link = visitor.json("/api/v2/attachments/" + attachment.id())
                .path("downloadLink")
                .asText();
        HttpResponse<byte[]> redirect = visitor.ask(link);
        assertThat(redirect.statusCode()).isEqualTo(302);
        return redirect.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void redirectsToAnotherHostThatTakesNoAuthorization() {
        SimulatedAttachment attachment = confluence.site().attachments(page).getFirst();
        String location = location(attachment);
        assertThat(URI.create(location).getAuthority())
                .isNotEqualTo(confluence.baseUrl().getAuthority());
        assertThat(visitor.ask(location).statusCode()).isEqualTo(400);
        HttpResponse<byte[]> bytes = stranger.ask(location);
        assertThat(bytes.statusCode()).isEqualTo(200);
        assertThat(bytes.body()).hasSize((int) attachment.size());
    }

    @Test
    void refusesAnExpiredAndAForgedToken() {
        SimulatedAttachment attachment = confluence.site().attachments(page).getFirst();
        String good = location(attachment);
        confluence.faults().mediaTokenLifetime(Duration.ofSeconds(-1));
        assertThat(stranger.ask(location(attachment)).statusCode()).isEqualTo(403);
        assertThat(stranger.ask(good.replace("/binary?token=ey", "/binary?token=eY"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void servesWhatWasUploadedAndGivesEveryVersionItsOwnFileId() {
        String id = confluence.site().addAttachment(page, "a b/ü?.bin", new byte[] {1, 2, 3});
        String first = visitor.json("/api/v2/attachments/" + id).path("fileId").asText();
        confluence.site().newAttachmentVersion(id, new byte[] {4, 5});
        SimulatedAttachment attachment = confluence.site().attachments(page).getLast();
        assertThat(attachment.version()).isEqualTo(2);
        assertThat(stranger.ask(location(attachment)).body()).containsExactly(4, 5);
        assertThat(visitor.json("/api/v2/attachments/" + id).path("fileId").asText())
                .isNotEqualTo(first);
    }

    @Test
    void continuesFromAnOffsetUnlessRangesAreOff() {
        String id = confluence.site().addAttachment(page, "range.bin", new byte[] {1, 2, 3, 4, 5});
        SimulatedAttachment attachment = confluence.site().attachments(page).getLast();
        assertThat(attachment.id()).isEqualTo(id);
        try (Visitor resuming = stranger.with("Range", "bytes=3-")) {
            HttpResponse<byte[]> rest = resuming.ask(location(attachment));
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.body()).containsExactly(4, 5);
            confluence.faults().ranges(false);
            assertThat(resuming.ask(location(attachment)).body()).hasSize(5);
        }
    }

    @Test
    void answers401ToTheOldDownloadPath() {
        HttpResponse<byte[]> response = visitor.ask("/download/attachments/" + page + "/x.png?version=1");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("OAuth realm="));
    }

    @Test
    void generatesPicturesThatViewersCanRead() throws IOException {
        for (String id : confluence.site().pageIds("ENG")) {
            for (SimulatedAttachment attachment : confluence.site().attachments(id)) {
                if (attachment.mediaType().equals("image/png")) {
                    byte[] bytes = stranger.ask(location(attachment)).body();
                    assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth())
                            .isEqualTo(16);
                }
            }
        }
    }
}
