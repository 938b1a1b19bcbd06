package dev.sluice.confluence;

import static dev.sluice.confluence.limit.Pause.Reason.QUOTA;
import static dev.sluice.confluence.limit.Pause.Reason.RATE_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:20:00Z");

    @Test
    void aBurstLimitIsWaitedForAsLongAsRetryAfterSays() {
        assertThat(afterThrottling(Map.of("Retry-After", "4")))
                .isEqualTo(new AskedWait(Duration.ofSeconds(4), RATE_LIMIT));
    }

    @Test
    void aLimitWithoutHeadersIsTakenForAShortOne() {
        assertThat(afterThrottling(Map.of())).isEqualTo(new AskedWait(Duration.ZERO, RATE_LIMIT));
    }

    @ParameterizedTest
    @CsvSource({
        "confluence-quota-global-based, 2026-11-22T12:45Z, 1500",
        "conf-global-based, 2026-11-22T12:21:30Z, 90",
        "confluence-quota-tenant-based, 1795350060, 60",
    })
    void aQuotaIsWaitedForUntilItsReset(String reason, String reset, long seconds) {
        assertThat(afterThrottling(Map.of("RateLimit-Reason", reason, "X-RateLimit-Reset", reset, "Retry-After", "5")))
                .isEqualTo(new AskedWait(Duration.ofSeconds(seconds), QUOTA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2031-01-01T00:00Z", "2026-11-22T11:00Z", "999999999999999"})
    void aQuotaWithoutAUsableResetIsBackAtTheFullHour(String reset) {
        assertThat(afterThrottling(
                        Map.of("RateLimit-Reason", "confluence-quota-tenant-based", "X-RateLimit-Reset", reset)))
                .isEqualTo(new AskedWait(Duration.ofMinutes(40), QUOTA));
    }

    @Test
    void theStandardHeaderSaysWhenTheAllowanceIsBack() {
        assertThat(afterThrottling(Map.of("RateLimit", "\"jira-burst-based\";r=0;t=7")))
                .isEqualTo(new AskedWait(Duration.ofSeconds(7), RATE_LIMIT));
        assertThat(beforeNextRequest(Map.of("RateLimit", "\"global-app-quota\";r=0;t=600"))
                        .atLeast())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(beforeNextRequest(Map.of("RateLimit", "\"global-app-quota\";r=11000;t=600")))
                .isEqualTo(AskedWait.NONE);
    }

    @Test
    void whatIsLeftOfAnAllowanceIsNoReasonToWait() {
        assertThat(beforeNextRequest(Map.of("X-RateLimit-Remaining", "1", "X-RateLimit-Reset", "2026-11-22T13:00Z")))
                .isEqualTo(AskedWait.NONE);
        assertThat(beforeNextRequest(Map.of("X-RateLimit-NearLimit", "true"))).isEqualTo(AskedWait.NONE);
    }

    @Test
    void announcementsOfLimitsThatAreNotEnforcedAreNotHeeded() {
        assertThat(beforeNextRequest(Map.of("X-Beta-RateLimit-Remaining", "0", "Beta-Retry-After", "100")))
                .isEqualTo(AskedWait.NONE);
    }

    @Test
    void anEmptyBucketOfDataCenterIsWaitedForUntilItHasATokenAgain() {
        Map<String, String> bucket =
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Interval-Seconds", "10", "X-RateLimit-FillRate", "5");
        assertThat(beforeNextRequest(bucket)).isEqualTo(new AskedWait(Duration.ofSeconds(2), RATE_LIMIT));
    }

    @Test
    void aBucketThatIsNeverFilledIsNotWaitedForForEver() {
        Map<String, String> blocked = Map.of(
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Interval-Seconds", "9223372036854775807",
                "X-RateLimit-FillRate", "0",
                "Retry-After", "9223372036854775807");
        assertThat(beforeNextRequest(blocked).atLeast()).isZero();
        assertThat(afterThrottling(blocked).atLeast()).isZero();
    }

    private static AskedWait afterThrottling(Map<String, String> headers) {
        return RateLimitHeaders.afterThrottling(answer(429, headers), NOW);
    }

    private static AskedWait beforeNextRequest(Map<String, String> headers) {
        return RateLimitHeaders.beforeNextRequest(answer(200, headers), NOW);
    }

    private static Answer answer(int status, Map<String, String> headers) {
        Map<String, List<String>> lists =
                headers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        return new Answer(
                URI.create("http://x"), status, HttpHeaders.of(lists, (_, _) -> true), InputStream.nullInputStream());
    }
}
