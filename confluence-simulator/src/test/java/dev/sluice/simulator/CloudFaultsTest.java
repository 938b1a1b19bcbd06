package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.CloudFaults.DroppedReads;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only Cloud does to its clients. */
class CloudFaultsTest {

    private final SimulatorOptions options = SimulatorOptions.cloud();
    private final SimulatedConfluence confluence = SimulatedConfluence.start(options);
    private final Visitor visitor = Visitor.of(confluence, options);
    private final String page = confluence.site().pageIds("ENG").get(1);

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    @Test
    void droppedReadsMayStillBeAnsweredWithAWarning() {
        // Given
        confluence.faults().cloud().droppedReads(DroppedReads.DEPRECATED);

        // When
        HttpResponse<byte[]> answer = visitor.ask("/rest/api/content/" + page + "?expand=version,body.storage");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Visitor.parse(answer).path("id").asText()).isEqualTo(page);
        assertThat(Visitor.parse(answer).at("/body/storage/value").asText()).isNotEmpty();
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("deprecation")).contains("Wed, 1 Mar 2023 00:00:00 GMT");
        assertThat(headers.firstValue("warning").orElse("")).startsWith("299 - \"Deprecated API");
        assertThat(headers.firstValue("link").orElse("")).contains("CHANGE-864", "rel=\"deprecation\"");
    }

    @Test
    void droppedReadsMayBeUnknown() {
        confluence.faults().cloud().droppedReads(DroppedReads.MISSING);
        assertThat(visitor.ask("/rest/api/content/" + page).statusCode()).isEqualTo(404);
        assertThat(visitor.ask("/rest/api/space").statusCode()).isEqualTo(404);
    }

    @Test
    void pointsAreSpentOnRequestsAndOnWhatTheyGiveUntilThereAreNone() {
        // Given
        confluence.faults().cloud().quota(30);

        // When
        HttpResponse<byte[]> listing = visitor.ask("/api/v2/pages?limit=20");
        HttpResponse<byte[]> last = visitor.ask("/api/v2/pages?limit=20");
        HttpResponse<byte[]> refused = visitor.ask("/api/v2/pages?limit=20");

        // Then
        assertThat(header(listing, "X-RateLimit-Remaining")).isEqualTo("9");
        assertThat(header(listing, "X-RateLimit-NearLimit")).isEqualTo("false");
        assertThat(header(listing, "X-RateLimit-Reset")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:00Z");
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(header(last, "RateLimit")).startsWith("\"global-app-quota\";r=0;t=");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit-Reason")).isEqualTo("confluence-quota-global-based");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 3600);
    }

    @Test
    void aQuotaThatIsOnlyAnnouncedRefusesNothing() {
        // Given
        confluence.faults().cloud().quota(1);
        confluence.faults().cloud().quotaEnforced(false);

        // When
        visitor.ask("/api/v2/pages");
        HttpResponse<byte[]> beyond = visitor.ask("/api/v2/pages");

        // Then
        assertThat(beyond.statusCode()).isEqualTo(200);
        assertThat(header(beyond, "Beta-RateLimit-Policy")).isEqualTo("\"global-app-quota\";q=1;w=3600");
        assertThat(header(beyond, "X-Beta-RateLimit-Remaining")).isEqualTo("0");
        assertThat(header(beyond, "X-RateLimit-Remaining")).isEmpty();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
