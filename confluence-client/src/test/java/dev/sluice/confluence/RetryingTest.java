package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.ScriptedSite.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTest {

    private static final String PATH = "/wiki/api/v2/x";
    private static final Reply GOOD = Reply.json("{\"ok\":true}");

    private final VirtualTime time = new VirtualTime();
    private ScriptedSite server;
    private SiteHttp http;

    @BeforeEach
    void start() {
        server = new ScriptedSite();
        http = new SiteHttp(server.cloud(), ClientSettings.defaults(), time.timing());
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void waitsAtLeastAsLongAsTheSiteAsks() {
        // Given
        server.on(PATH, Reply.of(429, Map.of("Retry-After", "7"), ""), GOOD);

        // When
        boolean ok = http.json("/api/v2/x").path("ok").asBoolean();

        // Then
        assertThat(ok).isTrue();
        assertThat(time.passed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(10));
        assertThat(http.requests()).isEqualTo(new RequestCount(2, 0, 1));
    }

    @Test
    void obeysARetryAfterThatIsADate() {
        // Given
        server.on(PATH, Reply.of(503, Map.of("Retry-After", "Sun, 22 Nov 2026 12:00:20 GMT"), ""), GOOD);

        // When
        http.json("/api/v2/x");

        // Then
        assertThat(time.passed()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(26));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-3", "soon", "604800"})
    void takesNoNoticeOfAnAbsurdRetryAfter(String header) {
        // Given
        server.on(PATH, Reply.of(429, Map.of("Retry-After", header), ""), GOOD);

        // When
        http.json("/api/v2/x");

        // Then
        assertThat(time.passed()).isBetween(Duration.ofMillis(140), Duration.ofMillis(260));
    }

    @Test
    void cutsALongRetryAfterToTheLimit() {
        // Given
        server.on(PATH, Reply.of(429, Map.of("Retry-After", "86000"), ""), GOOD);

        // When
        http.json("/api/v2/x");

        // Then
        assertThat(time.passed()).isBetween(Duration.ofMinutes(10), Duration.ofSeconds(615));
    }

    @Test
    void sleepsUntilAUsedUpQuotaIsBackInsteadOfAskingInBetween() {
        // Given
        Map<String, String> quota =
                Map.of("RateLimit-Reason", "confluence-quota-tenant-based", "X-RateLimit-Reset", "2026-11-22T12:41Z");
        server.on(PATH, Reply.of(429, quota, ""), GOOD);

        // When
        http.json("/api/v2/x");

        // Then
        assertThat(time.passed()).isBetween(Duration.ofMinutes(41), Duration.ofSeconds(41 * 60 + 15));
        assertThat(http.requests()).isEqualTo(new RequestCount(2, 0, 1));
    }

    @Test
    void asksNoMoreWhenAGoodAnswerWasTheLastOfTheAllowance() {
        // Given
        Map<String, String> last = Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2026-11-22T12:00:30Z");
        server.on(PATH, Reply.of(200, last, "{}"), GOOD);

        // When
        http.json("/api/v2/x");
        http.json("/api/v2/x");

        // Then
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(http.requests().retries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void triesAgainAfterAFailureOfTheServer(int status) {
        // Given
        server.on(PATH, Reply.status(status), Reply.status(status), GOOD);

        // When
        boolean ok = http.json("/api/v2/x").path("ok").asBoolean();

        // Then
        assertThat(ok).isTrue();
        assertThat(time.waits()).hasSize(2);
        assertThat(time.passed()).isBetween(Duration.ofMillis(420), Duration.ofMillis(780));
    }

    @Test
    void triesAgainAfterATruncatedAnswer() {
        // Given
        server.on(PATH, Reply.json("{\"ok\":true,\"more\":[1,2,3]}").cutAfter(12), Reply.json("{\"ok\":"), GOOD);

        // When
        boolean ok = http.json("/api/v2/x").path("ok").asBoolean();

        // Then
        assertThat(ok).isTrue();
        assertThat(http.requests().retries()).isEqualTo(2);
    }

    @Test
    void triesAgainAfterAnAnswerThatStopsArriving() {
        // Given
        server.on(PATH, Reply.json("{\"ok\":true,\"more\":[1,2,3]}").stalledAfter(12), GOOD);
        ClientSettings impatient = ClientSettings.defaults()
                .withTimeouts(new ClientSettings.Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200)));

        // When
        try (SiteHttp quick = new SiteHttp(server.cloud(), impatient, time.timing())) {
            boolean ok = quick.json("/api/v2/x").path("ok").asBoolean();

            // Then
            assertThat(ok).isTrue();
            assertThat(quick.requests().retries()).isEqualTo(1);
        }
    }

    @Test
    void givesUpAfterTheBudgetAndSaysWhatToDo() {
        // Given
        server.on(PATH, Reply.of(503, Map.of("atl-request-id", "abc-123"), ""));

        // When
        assertThatThrownBy(() -> http.json("/api/v2/x"))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                .hasMessage("The server fails at " + server.url()
                        + "/wiki/api/v2/x again and again (HTTP 503, request abc-123); run again later.");
        assertThat(server.requests()).hasSize(9);
    }

    @Test
    void isPatientWithThrottlingButNotForEver() {
        // Given
        server.on(PATH, Reply.status(429));

        // When
        assertThatThrownBy(() -> http.json("/api/v2/x"))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.THROTTLED));
        assertThat(server.requests()).hasSize(31);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 501})
    void neverRepeatsWhatWillFailAgain(int status) {
        // Given
        server.on(PATH, Reply.status(status));

        // When
        assertThatThrownBy(() -> http.json("/api/v2/x"))

                // Then
                .isInstanceOf(ConfluenceException.class)
                .hasMessageContaining("HTTP " + status)
                .hasMessageNotContaining("s3cret");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void refusesAnAnswerThatIsNoJson() {
        // Given
        server.on(PATH, Reply.json("<html>"));

        // When
        assertThatThrownBy(() -> http.json("/api/v2/x"))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.MALFORMED));
    }

    @Test
    void tellsALoginPageFromOtherWebPages() {
        // Given
        Map<String, String> html = Map.of("Content-Type", "text/html;charset=UTF-8");
        server.on("/wiki/login", Reply.of(200, html, "<form action=\"/dologin.action\">Log in</form>"));
        server.on("/wiki/other", Reply.of(200, html, "<h1>Welcome</h1>"));

        // When
        assertThatThrownBy(() -> http.json("/login"))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED));
        assertThatThrownBy(() -> http.json("/other"))

                // Then
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.MALFORMED));
        assertThat(server.paths()).containsExactly("/wiki/login", "/wiki/login", "/wiki/other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\n", "", "s3crét", "s3 cret"})
    void refusesATokenThatCannotBeOneWithoutShowingIt(String token) {
        assertThatThrownBy(() -> ConfluenceClients.open(
                        new Site(Product.DATA_CENTER, server.uri(""), new Credentials.Bearer(token)),
                        ClientSettings.defaults()))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED))
                .hasMessageNotContaining("s3");
    }
}
