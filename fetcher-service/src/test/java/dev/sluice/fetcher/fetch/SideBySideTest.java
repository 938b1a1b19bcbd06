package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private static final int AT_ONCE = 3;

    private final List<String> arrived = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Demand demand = new Demand();
    private final List<Runnable> threads = new ArrayList<>();
    private final SideBySide<String> lane =
            new SideBySide<>("test", AT_ONCE, this::work, this::acknowledge, threads::add);

    @BeforeEach
    void subscribed() {
        lane.onSubscribe(demand);
    }

    @Test
    void asksForAsManyAsMayBeInWorkAtOnceAndForOneMoreWithEachThatIsAcknowledged() {
        // Given
        come("a", "b", "c");
        assertThat(demand.asked).isEqualTo(AT_ONCE);

        // When
        finish("a");

        // Then
        assertThat(demand.asked).isEqualTo(AT_ONCE + 1);
    }

    @Test
    void worksOnTheNextBeforeTheFirstIsDone() {
        // Given
        come("a", "b");

        // When
        finish("b");

        // Then
        assertThat(begun).containsExactly("b");
    }

    @Test
    void acknowledgesInTheOrderOfArrivalHoweverTheyEnd() {
        // Given
        come("a", "b", "c");

        // When
        finish("c");
        finish("b");
        List<String> beforeTheFirst = List.copyOf(acknowledged);
        finish("a");

        // Then
        assertThat(beforeTheFirst).isEmpty();
        assertThat(acknowledged).containsExactly("a", "b", "c");
        assertThat(demand.asked).isEqualTo(AT_ONCE + 3);
    }

    @Test
    void acknowledgesNothingAfterWorkThatFailed() {
        // Given
        come("a", "b", "c");

        // When
        failing.add("b");
        finish("a");
        finish("b");
        finish("c");

        // Then
        assertThat(acknowledged).containsExactly("a");
        assertThat(demand.asked).isEqualTo(AT_ONCE + 1);
    }

    @Test
    void goesOnWhenAnAcknowledgementIsNotTaken() {
        // Given
        refused.add("a");
        come("a", "b");

        // When
        finish("a");
        finish("b");

        // Then
        assertThat(acknowledged).containsExactly("b");
        assertThat(demand.asked).isEqualTo(AT_ONCE + 2);
    }

    @Test
    void takesNothingMoreWhenItIsCancelled() {
        // When
        lane.cancel();

        // Then
        assertThat(demand.cancelled).isTrue();
    }

    private void come(String... messages) {
        for (String message : messages) {
            arrived.add(message);
            lane.onNext(message);
        }
    }

    /** Does the work on this message, here and now. */
    private void finish(String message) {
        threads.get(arrived.indexOf(message)).run();
    }

    private void work(String message) {
        begun.add(message);
        if (failing.contains(message)) {
            throw new IllegalStateException("stopped");
        }
    }

    private CompletionStage<Void> acknowledge(String message) {
        if (refused.contains(message)) {
            return CompletableFuture.failedFuture(new IllegalStateException("rebalanced"));
        }
        acknowledged.add(message);
        return CompletableFuture.completedFuture(null);
    }

    /** How much a lane has asked for. */
    private static final class Demand implements Flow.Subscription {
        private long asked;
        private boolean cancelled;

        @Override
        public void request(long more) {
            asked += more;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
