package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.simulator.SimulatorOptions;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataCenterConfluenceTest extends ConfluenceContract {

    @Override
    SimulatorOptions options() {
        return SimulatorOptions.dataCenter();
    }

    @Override
    Site site(String secret) {
        return new Site(Product.DATA_CENTER, simulator.baseUrl(), new Credentials.Bearer(secret));
    }

    @Override
    int mostRequestsToListAll() {
        // spaces 1, pages with their attachments 2 x 2
        return 1 + 4;
    }

    @Test
    void recognisesTheLoginPageThatReplacesARefusal() {
        // Given
        simulator.faults().loginPage(true);
        try (Confluence stranger = ConfluenceClients.open(site("wrong"), ClientSettings.defaults(), time.timing())) {

            // When
            assertThatThrownBy(() -> stranger.allSpaces(false).toList())

                    // Then
                    .isInstanceOfSatisfying(
                            ConfluenceException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED));
        }
    }

    @Test
    void noticesThatAnAnonymousSiteDidNotTakeItsCredentials() {
        // Given
        simulator.faults().anonymousSite(true);
        try (Confluence stranger = ConfluenceClients.open(site("wrong"), ClientSettings.defaults(), time.timing())) {

            // When
            assertThatThrownBy(() -> stranger.allSpaces(false).toList())

                    // Then
                    .isInstanceOfSatisfying(
                            ConfluenceException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED));
        }
    }

    @Test
    void readsManyBodiesWithFewRequests() {
        // Given
        List<String> ids = simulator.site().pageIds(firstKey());

        // When
        client.bodies(ids);

        // Then
        assertThat(simulator.statistics().requests("GET /rest/api/content")).isEqualTo(6);
        assertThat(simulator.statistics().requests("GET /rest/api/space")).isEqualTo(1);
    }

    @Test
    void asksForNothingButOtherBytesOfAFileThatIsHeld() {
        // Given
        Attachment file = client.attachments(client.pages(firstSpace()).limit(1).toList())
                .findFirst()
                .orElseThrow();
        Downloaded<byte[]> first = client.download(file.ref(), Stamp.NONE, InputStream::readAllBytes);
        Stamp held = ((Downloaded.Received<byte[]>) first).stamp();
        long before = simulator.statistics().binaries();

        // When
        Downloaded<byte[]> again = client.download(file.ref(), held, InputStream::readAllBytes);

        // Then
        assertThat(held.lastModified()).isNotNull();
        assertThat(again).isInstanceOf(Downloaded.NotModified.class);
        assertThat(simulator.statistics().binaries()).isEqualTo(before);
        assertThat(simulator.statistics().answered(304)).isEqualTo(1);
    }
}
