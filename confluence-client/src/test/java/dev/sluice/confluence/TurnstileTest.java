package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.limit.OwnLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void spreadsTurnsEvenly() {
        // Given
        Turnstile turnstile = turnstile(50);
        List<Instant> passed = new ArrayList<>();

        // When
        IntStream.range(0, 60).forEach(_ -> {
            turnstile.pass();
            passed.add(time.instant());
        });

        // Then
        IntStream.range(20, 59)
                .forEach(i -> assertThat(Duration.between(passed.get(i), passed.get(i + 1)))
                        .isBetween(Duration.ofMillis(19), Duration.ofMillis(21)));
    }

    @Test
    void makesNoBurstOfTurnsThatWereNotUsed() {
        // Given
        Turnstile turnstile = turnstile(8);
        IntStream.range(0, 10).forEach(_ -> turnstile.pass());
        time.sleep(Duration.ofMinutes(1));
        Duration before = time.passed();

        // When
        IntStream.range(0, 10).forEach(_ -> turnstile.pass());

        // Then: two were saved up
        assertThat(time.passed().minus(before)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1010));
    }

    @Test
    void canBeSlowerThanOneASecond() {
        // Given
        Turnstile turnstile = turnstile(0.5);

        // When
        IntStream.range(0, 4).forEach(_ -> turnstile.pass());

        // Then
        assertThat(time.passed()).isBetween(Duration.ofMillis(5_990), Duration.ofMillis(6_010));
    }

    private Turnstile turnstile(double requestsPerSecond) {
        return new Turnstile(new OwnLimit(requestsPerSecond, time), time.timing());
    }
}
