package dev.sluice.confluence.limit;

import static dev.sluice.confluence.limit.Pause.Reason.QUOTA;
import static dev.sluice.confluence.limit.Pause.Reason.RATE_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every limit does. */
abstract class SiteLimitContract {

    /** A limit that nobody has used yet. */
    abstract SiteLimit limit(double requestsPerSecond);

    @Test
    void givesWhatIsSavedUpAtOnceAndTheRestOnCredit() {
        // Given
        SiteLimit limit = limit(20);
        Instant start = Instant.now();

        // When
        Duration saved = limit.take(5);
        Duration second = due(limit, 20, start);
        Duration third = due(limit, 20, start);

        // Then: never sooner than the limit allows, and not much later than asked for
        assertThat(saved).isZero();
        Duration asking = Duration.between(start, Instant.now());
        assertThat(second)
                .isBetween(Duration.ofMillis(980), Duration.ofMillis(1_100).plus(asking));
        assertThat(third)
                .isBetween(Duration.ofMillis(1_980), Duration.ofMillis(2_100).plus(asking));
    }

    /** When so many requests may have been sent, counted from the start. */
    static Duration due(SiteLimit limit, int requests, Instant start) {
        Duration wait = limit.take(requests);
        return Duration.between(start, Instant.now()).plus(wait);
    }

    @Test
    void givesEverythingWhenThereIsNoLimit() {
        assertThat(limit(0).take(1_000_000)).isZero();
        assertThat(limit(0).requestsPerSecond()).isZero();
    }

    @Test
    void keepsPausesOfOtherHostsApart() {
        // Given
        SiteLimit limit = limit(20);
        SiteLimit media = limit.elsewhere("https://media.example");

        // When
        media.pause(new Pause(Instant.now().plusSeconds(60), RATE_LIMIT));

        // Then
        assertThat(media.pause().left(Instant.now())).isPositive();
        assertThat(media.requestsPerSecond()).isZero();
        assertThat(limit.pause().left(Instant.now())).isZero();
        assertThat(limit.elsewhere("https://other.example").pause().left(Instant.now()))
                .isZero();
    }

    @Test
    void keepsTheLongestPause() {
        // Given
        SiteLimit limit = limit(0);
        assertThat(limit.pause().left(Instant.now())).isZero();

        // When
        limit.pause(new Pause(Instant.now().plusSeconds(60), QUOTA));
        limit.pause(new Pause(Instant.now().plusSeconds(5), RATE_LIMIT));

        // Then
        assertThat(limit.pause().reason()).isEqualTo(QUOTA);
        assertThat(limit.pause().left(Instant.now())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
