package dev.sluice.confluence.limit;

import static dev.sluice.confluence.limit.Pause.Reason.QUOTA;
import static dev.sluice.confluence.limit.Pause.Reason.RATE_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes, each with its own connections, on one database. */
class SharedLimitTest extends SiteLimitContract {

    private static EmbeddedPostgres postgres;
    private static int sites;

    private final String site = "https://site-" + ++sites + ".example.org/wiki";
    private LimitDatabase one;
    private LimitDatabase other;

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void connect() {
        one = database(InstantSource.system());
        other = database(InstantSource.system());
    }

    @AfterEach
    void disconnect() {
        one.close();
        other.close();
    }

    @Override
    SiteLimit limit(double requestsPerSecond) {
        return one.limit(site, requestsPerSecond);
    }

    @Test
    void isOneAllowanceForAllProcesses() throws Exception {
        // Given
        List<SiteLimit> limits = List.of(one.limit(site, 100), other.limit(site, 100));

        Instant start = Instant.now();

        // When
        Duration last = Duration.ZERO;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> dues = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> due(limits.get(i % 2), 10, start)))
                    .toList();
            for (Future<Duration> due : dues) {
                last = due.get().compareTo(last) > 0 ? due.get() : last;
            }
        }

        // Then: 400 taken, 25 of them saved up
        Duration asking = Duration.between(start, Instant.now());
        assertThat(last)
                .isBetween(Duration.ofMillis(3_730), Duration.ofMillis(3_800).plus(asking));
    }

    @Test
    void tellsAllProcessesOfAPause() {
        // Given
        SiteLimit listening = other.limit(site, 0);
        assertThat(listening.pause()).isEqualTo(Pause.NONE);

        // When
        limit(0).pause(new Pause(Instant.now().plusSeconds(60), QUOTA));

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> listening.pause().reason() == QUOTA);
        assertThat(listening.pause().left(Instant.now())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void tellsAllProcessesOfAPauseOfAnotherHost() {
        // Given
        String media = "https://media.example";

        // When
        limit(0).elsewhere(media).pause(new Pause(Instant.now().plusSeconds(60), RATE_LIMIT));

        // Then
        assertThat(other.limit(site, 0).elsewhere(media).pause().left(Instant.now()))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(other.limit(site, 0).pause()).isEqualTo(Pause.NONE);
    }

    @Test
    void canBeUsedAfterItWasPreparedInVain() {
        // Given
        String nowhere = "jdbc:postgresql://127.0.0.1:1/none";

        // When and then
        try (LimitDatabase away = new LimitDatabase(nowhere, "nobody", "")) {
            away.prepare();
            assertThatThrownBy(() -> away.limit(site, 5).take(1)).isInstanceOf(LimitUnavailableException.class);
        }
    }

    @Test
    void obeysFromTheStartAPauseThatWasAnnouncedBefore() {
        // Given
        limit(0).pause(new Pause(Instant.now().plusSeconds(60), RATE_LIMIT));

        // When
        Pause known = other.limit(site, 0).pause();

        // Then
        assertThat(known.left(Instant.now())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void agreesAlsoWhenTheClocksOfTheProcessesDoNot() {
        // Given
        InstantSource fast = () -> Instant.now().plusSeconds(100);
        try (LimitDatabase ahead = database(fast)) {
            SiteLimit wrongClock = ahead.limit(site, 20);
            wrongClock.pause(new Pause(fast.instant().plusSeconds(30), RATE_LIMIT));
            SiteLimit rightClock = limit(20);
            rightClock.pause();
            wrongClock.pause();

            // When
            Instant start = Instant.now();
            wrongClock.take(5);
            Duration due = due(rightClock, 20, start);

            // Then
            Duration asking = Duration.between(start, Instant.now());
            assertThat(due)
                    .isBetween(Duration.ofMillis(900), Duration.ofMillis(1_200).plus(asking));
            assertThat(rightClock.pause().left(Instant.now()))
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
        }
    }

    @Test
    void givesNothingAndForgetsNoPauseWhileTheDatabaseIsAway() {
        // Given
        try (LimitDatabase away = new LimitDatabase("jdbc:postgresql://127.0.0.1:1/none", "nobody", "")) {
            SiteLimit limit = away.limit(site, 10);

            // When
            limit.pause(new Pause(Instant.now().plusSeconds(60), QUOTA));

            // Then
            assertThat(limit.pause().reason()).isEqualTo(QUOTA);
            assertThatThrownBy(() -> limit.take(1)).isInstanceOf(LimitUnavailableException.class);
        }
    }

    private static LimitDatabase database(InstantSource clock) {
        return new LimitDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", clock);
    }
}
