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

        // When
        Duration saved = limit.take(5);
        Duration second = limit.take(20);
        Duration third = limit.take(20);

        // Then: a few milliseconds pass between the calls
        assertThat(saved).isZero();
        assertThat(second).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
        assertThat(third.minus(second)).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
    }

    @Test
    void givesEverythingWhenThereIsNoLimit() {
        assertThat(limit(0).take(1_000_000)).isZero();
        assertThat(limit(0).requestsPerSecond()).isZero();
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
        assertThat(limit.pause().left(Instant.now())).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
    }
}
