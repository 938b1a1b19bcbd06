package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestGateTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void holdsEveryRequestBackWhileThereIsAPause() {
        // Given
        RequestGate gate = new RequestGate(2, time.timing());
        gate.pause(Duration.ofSeconds(30));
        gate.pause(Duration.ofSeconds(5));

        // When
        gate.enter().close();

        // Then
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void seesAPauseThatBeganWhileItWaitedForItsTurn() throws Exception {
        // Given
        RequestGate gate = new RequestGate(1, time.timing());
        RequestGate.Permit first = gate.enter();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Duration> second = threads.submit(() -> {
                try (RequestGate.Permit _ = gate.enter()) {
                    return time.passed();
                }
            });

            // When
            gate.pause(Duration.ofSeconds(3));
            first.close();

            // Then
            assertThat(second.get()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void letsMediaRequestsPassDuringAPauseOfTheSite() {
        // Given
        RequestGate gate = new RequestGate(1, time.timing());
        gate.pause(Duration.ofSeconds(30));

        // When
        gate.enterMedia().close();

        // Then
        assertThat(time.passed()).isZero();
    }

    @Test
    void letsOnlySoManyThroughAtOnce() throws Exception {
        // Given
        RequestGate gate = new RequestGate(3, time.timing());
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

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
