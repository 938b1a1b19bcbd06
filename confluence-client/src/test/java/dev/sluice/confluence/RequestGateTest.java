package dev.sluice.confluence;

import static dev.sluice.confluence.limit.Pause.Reason.QUOTA;
import static dev.sluice.confluence.limit.Pause.Reason.RATE_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.limit.OwnLimit;
import dev.sluice.confluence.limit.Pause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestGateTest {

    private static final String MEDIA = "https://media.example";

    private final VirtualTime time = new VirtualTime();

    @Test
    void holdsEveryRequestBackWhileThereIsAPause() {
        // Given
        RequestGate gate = gate(2);
        gate.pause(Duration.ofSeconds(30), RATE_LIMIT);
        gate.pause(Duration.ofSeconds(5), RATE_LIMIT);

        // When
        gate.enter().close();

        // Then
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void seesAPauseThatBeganWhileItWaitedForItsTurn() throws Exception {
        // Given
        RequestGate gate = gate(1);
        RequestGate.Permit first = gate.enter();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Duration> second = threads.submit(() -> {
                try (RequestGate.Permit _ = gate.enter()) {
                    return time.passed();
                }
            });

            // When
            gate.pause(Duration.ofSeconds(3), RATE_LIMIT);
            first.close();

            // Then
            assertThat(second.get()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void letsMediaRequestsPassDuringAPauseOfTheSite() {
        // Given
        RequestGate gate = gate(1);
        gate.pause(Duration.ofSeconds(30), RATE_LIMIT);

        // When
        gate.enterMedia(MEDIA).close();

        // Then
        assertThat(time.passed()).isZero();
    }

    @Test
    void holdsDownloadsAndNothingElseBackDuringAPauseOfAMediaHost() {
        // Given
        RequestGate gate = gate(1);
        gate.pauseMedia(MEDIA, Duration.ofSeconds(30), RATE_LIMIT);

        // When
        gate.enter().close();
        Duration siteWaited = time.passed();
        gate.awaitMedia();

        // Then
        assertThat(siteWaited).isZero();
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void asksAMediaHostWhileAnotherOneIsToBeLeftAlone() {
        // Given
        RequestGate gate = gate(1);
        gate.pauseMedia(MEDIA, Duration.ofSeconds(30), RATE_LIMIT);

        // When
        gate.enterMedia("https://other.example").close();

        // Then
        assertThat(time.passed()).isZero();
    }

    @Test
    void letsOnlySoManyThroughAtOnce() throws Exception {
        // Given
        RequestGate gate = gate(3);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(_ -> threads.execute(() -> {
                        try (RequestGate.Permit _ = gate.enter()) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            three.countDown();
                            awaitQuietly(three);
                            inside.decrementAndGet();
                        }
                    }));
        }

        // Then
        assertThat(most).hasValue(3);
    }

    @Test
    void keepsThePaceOfTheLimit() {
        // Given
        RequestGate gate = new RequestGate(4, new OwnLimit(20, time), time.timing());

        // When
        IntStream.range(0, 205).forEach(_ -> gate.enter().close());

        // Then: five may be saved up, the others come twenty a second
        assertThat(time.passed()).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_050));
    }

    @Test
    void tellsWhatItWaitsFor() {
        // Given
        RequestGate gate = new RequestGate(4, new OwnLimit(20, time), time.timing());

        // When
        gate.pause(Duration.ofSeconds(30), QUOTA);

        // Then
        assertThat(gate.traffic())
                .isEqualTo(new Traffic(4, 20, 0, new Pause(VirtualTime.START.plusSeconds(30), QUOTA)));
    }

    private RequestGate gate(int maxConcurrent) {
        return new RequestGate(maxConcurrent, new OwnLimit(0, time), time.timing());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
