package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.simulator.RequestStatistics.Host;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final SimulatorOptions options = SimulatorOptions.dataCenter();
    private SimulatedConfluence confluence;
    private Visitor visitor;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(options);
        visitor = Visitor.of(confluence, options);
    }

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    private HttpResponse<byte[]> user() {
        return visitor.ask("/rest/api/user/current");
    }

    @Test
    void anAnswerTakesAtLeastTheLatency() {
        confluence.faults().latency(Duration.ofMillis(80), Duration.ofMillis(100));
        long start = System.nanoTime();
        user();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    }

    @Test
    void aGatewayBeforeTheSiteMayFailInItsOwnWays() {
        // Given
        confluence.faults().gateway(1);

        // When
        Set<Integer> statuses = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(user().statusCode());
        }

        // Then
        assertThat(statuses).containsExactly(502, 504);
    }

    @Test
    void anAnswerMayStopOnItsWayAndIsWholeInTheEnd() {
        // Given
        byte[] whole = user().body();
        confluence.faults().slow(1);

        // When
        long start = System.nanoTime();
        HttpResponse<byte[]> slow = user();

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(slow.body()).isEqualTo(whole);
    }

    @Test
    void endpointsMayHaveLimitsOfTheirOwn() {
        // Given
        confluence.faults().rateLimit(0.001, 1);
        confluence.faults().limits().byEndpoint(true);

        // When
        List<Integer> statuses =
                List.of(user().statusCode(), visitor.ask("/rest/api/space").statusCode(), user().statusCode());

        // Then
        assertThat(statuses).containsExactly(200, 200, 429);
    }

    @Test
    void aSegmentIsRefusedAfterSoManyRequestsAndOthersAreNot() {
        confluence.faults().refuse("content", 403, 2);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(visitor.ask("/rest/api/content").statusCode());
        }
        assertThat(statuses).containsExactly(200, 200, 403, 403);
        assertThat(user().statusCode()).isEqualTo(200);
        confluence.faults().clear();
        assertThat(visitor.ask("/rest/api/content").statusCode()).isEqualTo(200);
    }

    @Test
    void beyondTheRateLimitTheAnswerIs429WithSecondsToWait() {
        confluence.faults().rateLimit(0.2, 3);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(user().statusCode());
        }
        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
        assertThat(user().headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 5));
        assertThat(user().headers().firstValue("X-RateLimit-Limit")).hasValue("3");
        assertThat(confluence.statistics().answered(429)).isEqualTo(4);
    }

    @Test
    void theSameSeedSpoilsTheSameRequests() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            confluence.faults().seed(7);
            confluence.faults().unavailable(0.3);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(user().statusCode());
            }
            runs.add(statuses);
        }
        assertThat(runs.getFirst()).isEqualTo(runs.getLast()).contains(200, 503);
    }

    @Test
    void dropsConnectionsWhenDownOrReset() {
        confluence.faults().reset(1);
        assertThatThrownBy(this::user).isInstanceOf(UncheckedIOException.class);
        confluence.faults().clear();
        confluence.faults().down(true);
        assertThatThrownBy(this::user).isInstanceOf(UncheckedIOException.class);
        confluence.faults().clear();
        assertThat(user().statusCode()).isEqualTo(200);
        assertThat(confluence.statistics().answered(0)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void truncatedBodiesEndEarlyAndShortenedOnesLookWhole() {
        String page = confluence.site().pageIds("ENG").getFirst();
        confluence.site().addAttachment(page, "file.bin", new byte[1000]);
        confluence.faults().truncated(1);
        assertThatThrownBy(() -> visitor.ask("/download/attachments/" + page + "/file.bin"))
                .isInstanceOf(UncheckedIOException.class);
        confluence.faults().clear();
        confluence.faults().wrongLength(1);
        HttpResponse<byte[]> shortened = visitor.ask("/download/attachments/" + page + "/file.bin");
        assertThat(shortened.statusCode()).isEqualTo(200);
        assertThat(shortened.body()).hasSize(500);
    }

    @Test
    void countsByEndpointAndStatusUntilReset() {
        String page = confluence.site().pageIds("ENG").getFirst();
        visitor.ask("/rest/api/content/" + page);
        visitor.ask("/rest/api/content/1");
        visitor.ask("/rest/api/nothing");
        RequestStatistics statistics = confluence.statistics();
        assertThat(statistics.requests("GET /rest/api/content/{id}")).isEqualTo(2);
        assertThat(statistics.byEndpoint(Host.SITE).get("GET /rest/api/content/{id}"))
                .containsKeys(200, 404);
        assertThat(statistics.requests(Host.SITE)).isEqualTo(3);
        visitor.ask("/rest/api/content/" + page + "?expand=body.storage");
        visitor.ask("/download/attachments/" + page + "/"
                + confluence.site().attachments(page).getFirst().fileName());
        assertThat(statistics.bodies()).isEqualTo(1);
        assertThat(statistics.binaries()).isEqualTo(1);
        statistics.reset();
        assertThat(statistics.bodies()).isZero();
        assertThat(statistics.requests(Host.SITE)).isZero();
    }
}
