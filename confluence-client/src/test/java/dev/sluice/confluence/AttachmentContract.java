package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client lists and downloads attachments on either product, also where much goes wrong. */
abstract class AttachmentContract extends ConfluenceFixture {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 520})
    void listsTheAttachmentsOfAnyNumberOfPages(int count) {
        // Given
        List<Page> pages =
                client.allSpaces(false).flatMap(client::pages).limit(count).toList();

        // When
        List<Attachment> attachments = client.attachments(pages).toList();

        // Then
        assertThat(attachments).hasSize(2 * count).doesNotHaveDuplicates();
        assertThat(attachments).allSatisfy(attachment -> {
            var expected = simulator.site().attachments(attachment.ref().pageId()).stream()
                    .filter(each -> each.id().equals(attachment.ref().id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(attachment.ref().fileName()).isEqualTo(expected.fileName());
            assertThat(attachment.ref().size()).isEqualTo(expected.size());
            assertThat(attachment.mediaType()).isEqualTo(expected.mediaType());
            assertThat(attachment.version().number()).isEqualTo(expected.version());
        });
    }

    @Test
    void listsAllAttachmentsOfAPageThatHasMany() {
        // Given
        String busy = simulator.site().pageIds(firstKey()).get(4);
        for (int i = 0; i < 60; i++) {
            simulator.site().addAttachment(busy, "file-" + i + ".bin", new byte[i]);
        }
        List<Page> pages = client.pages(firstSpace()).limit(10).toList();

        // When
        List<Attachment> attachments = client.attachments(pages).toList();

        // Then
        assertThat(attachments).hasSize(80).doesNotHaveDuplicates();
        assertThat(client.attachments(List.of(pages.get(4)))).hasSize(62);
    }

    @Test
    void givesANewFileIdToNewBytes() {
        // Given
        List<Page> one = client.pages(firstSpace()).limit(1).toList();
        Attachment before = client.attachments(one).findFirst().orElseThrow();
        simulator.site().newAttachmentVersion(before.ref().id(), new byte[77]);

        // When
        List<Page> then = client.pages(firstSpace()).limit(1).toList();
        Attachment after = client.attachments(then)
                .filter(attachment -> attachment.ref().id().equals(before.ref().id()))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(after.fileId()).isNotEqualTo(before.fileId());
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(client.download(after.ref(), InputStream::readAllBytes)).hasSize(77);
    }

    @Test
    void losesNothingOnAnUnreliableSite() {
        // Given
        simulator.faults().seed(7);
        simulator.faults().unavailable(0.05);
        simulator.faults().reset(0.05);
        simulator.faults().truncated(0.05);
        simulator.faults().wrongLength(0.05);

        // When
        List<Page> pages = client.pages(firstSpace()).toList();
        List<PageBody> bodies = client.bodies(pages.stream().map(Page::id).toList());
        List<Attachment> attachments = client.attachments(pages).toList();
        List<Integer> sizes = attachments.stream()
                .map(attachment -> client.download(attachment.ref(), stream -> stream.readAllBytes().length))
                .toList();

        // Then
        assertThat(bodies).hasSize(260);
        assertThat(sizes)
                .hasSize(520)
                .containsExactlyElementsOf(attachments.stream()
                        .map(each -> (int) each.ref().size())
                        .toList());
        assertThat(client.requests().retries()).isPositive();
    }

    @Test
    void losesNothingUnderARateLimit() {
        // Given
        simulator.faults().rateLimit(40, 2);
        ClientSettings patient = ClientSettings.defaults()
                .withRetries(new ClientSettings.Retries(
                        6, 1_000, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(2)));

        // When
        try (Confluence limited = ConfluenceClients.open(site(options().token()), patient)) {
            List<Attachment> attachments = limited.attachments(
                            limited.pages(firstSpace()).limit(30).toList())
                    .toList();
            long bytes = attachments.stream()
                    .mapToLong(each -> limited.download(each.ref(), stream -> stream.readAllBytes().length))
                    .sum();

            // Then
            assertThat(bytes)
                    .isEqualTo(attachments.stream()
                            .mapToLong(each -> each.ref().size())
                            .sum());
            long refused = simulator.statistics().answered(429);
            assertThat(limited.requests().retries()).isEqualTo(refused);
            // Data Center says with every answer what is left, Cloud does not
            assertThat(refused > 0).isEqualTo(options().mode() == Mode.CLOUD);
        }
    }
}
