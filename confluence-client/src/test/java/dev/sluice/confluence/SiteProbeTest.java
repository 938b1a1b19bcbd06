package dev.sluice.confluence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.ScriptedSite.Reply;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteProbeTest {

    private static final Credentials GOOD = new Credentials.Basic("sluice@example.com", "simulator-token");
    private static final Credentials PAT = new Credentials.Bearer("simulator-token");
    private static final Credentials WRONG = new Credentials.Basic("sluice@example.com", "wrong-secret");

    private final VirtualTime time = new VirtualTime();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/wiki",
                "/wiki/",
                "/wiki/home",
                "/wiki/spaces/ENG/pages/123/A+page?focusedCommentId=1#x",
                "/wiki/spaces/ENG/overview"
            })
    void findsCloudBehindWhateverWasPasted(String path) {
        try (SimulatedConfluence cloud = SimulatedConfluence.start(SimulatorOptions.cloud())) {
            // Given
            String origin = cloud.baseUrl().toString().replace("/wiki", "");

            // When
            Site site = probe(GOOD).find(origin + path, null);

            // Then
            assertThat(site).isEqualTo(new Site(Product.CLOUD, cloud.baseUrl(), GOOD));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/confluence",
                "/confluence/",
                "/confluence/display/ENG/A+page",
                "/confluence/pages/viewpage.action?pageId=1",
                "/confluence/spaces/ENG/pages/1/x",
                "/confluence/dashboard.action"
            })
    void findsDataCenterBehindWhateverWasPasted(String path) {
        try (SimulatedConfluence dataCenter = SimulatedConfluence.start(SimulatorOptions.dataCenter())) {
            // Given
            String origin = dataCenter.baseUrl().toString().replace("/confluence", "");

            // When
            Site site = probe(PAT).find(origin + path, null);

            // Then
            assertThat(site).isEqualTo(new Site(Product.DATA_CENTER, dataCenter.baseUrl(), PAT));
            assertThat(dataCenter.statistics().answered(200)).isEqualTo(1);
        }
    }

    @Test
    void takesAKnownProductAtItsWordAndChecksIt() {
        try (SimulatedConfluence cloud = SimulatedConfluence.start(SimulatorOptions.cloud())) {
            // When
            Site site = probe(GOOD).find(cloud.baseUrl().toString(), Product.CLOUD);

            // Then
            assertThat(site.product()).isEqualTo(Product.CLOUD);
            assertThatThrownBy(() -> probe(GOOD).find(cloud.baseUrl().toString(), Product.DATA_CENTER))
                    .isInstanceOf(ConfluenceException.class)
                    .hasMessage(cloud.baseUrl()
                            + " is Confluence Cloud, not Data Center; correct the product or leave it out.");
        }
    }

    @Test
    void saysThatTheCredentialsAreWrong() {
        try (SimulatedConfluence cloud = SimulatedConfluence.start(SimulatorOptions.cloud())) {
            assertRefused(Category.NOT_AUTHORISED, cloud.baseUrl().toString(), "sluice@example.com");
            assertRefused(
                    Category.NOT_AUTHORISED, cloud.baseUrl().toString().replace("/wiki", ""), "sluice@example.com");
        }
    }

    @Test
    void saysThatThereIsNoConfluence() {
        try (ScriptedSite other = new ScriptedSite()) {
            assertRefused(Category.MALFORMED, other.url(), "No Confluence was found at " + other.url());
        }
    }

    @Test
    void saysWhereARedirectLeads() {
        try (ScriptedSite other = new ScriptedSite()) {
            other.on("/rest/api/user/current", Reply.redirect("https://wiki.example.org/x"));
            assertRefused(Category.MALFORMED, other.url(), "elsewhere, to https://wiki.example.org:443");
        }
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertRefused(
                Category.UNAVAILABLE,
                "http://127.0.0.1:" + port,
                "No connection to http://127.0.0.1:" + port + "; check the address and that the server runs.");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        assertRefused(Category.UNAVAILABLE, "https://no-such-host.invalid", "check the address for typing errors");
    }

    @Test
    void saysThatTheServerSpeaksNoTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> answerBadRequest(plain));
            assertRefused(
                    Category.UNAVAILABLE,
                    "https://127.0.0.1:" + plain.getLocalPort(),
                    "does not speak TLS; give its address with http:// instead");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://example.org", "https://", "not an address", "https://jo:pw@example.org"})
    void refusesWhatIsNoAddress(String given) {
        assertThatThrownBy(() -> probe(WRONG).find(given, null))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.MALFORMED))
                .hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @CsvSource({
        "example.atlassian.net, https://example.atlassian.net/wiki",
        "https://Example.atlassian.net/wiki/x/AbC, https://example.atlassian.net/wiki",
        "https://example.atlassian.net/jira, https://example.atlassian.net/wiki",
        "api.atlassian.com/ex/confluence/1-2/wiki, https://api.atlassian.com/ex/confluence/1-2/wiki",
        "wiki.example.org, https://wiki.example.org",
        "http://localhost:8090/, http://localhost:8090",
        "localhost:8090/confluence/x/12, https://localhost:8090/confluence",
        "wiki.example.org/display/ENG, https://wiki.example.org"
    })
    void triesTheLikeliestAddressFirst(String given, String first) {
        assertThat(SiteAddress.parse(given).candidates(null).getFirst()).hasToString(first);
    }

    private static void answerBadRequest(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SiteProbe probe(Credentials credentials) {
        return new SiteProbe(credentials, ClientSettings.defaults(), time.timing());
    }

    private void assertRefused(Category category, String url, String message) {
        assertThatThrownBy(() -> probe(WRONG).find(url, null))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(category))
                .hasMessageContaining(message)
                .hasMessageNotContaining("wrong-secret");
    }
}
