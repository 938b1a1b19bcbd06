package dev.sluice.systemtests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What is to happen when, counted from its beginning; what happens may put off more until later. */
final class Timeline {

    /** {@code mends}: whether it has to be done in any case. */
    private record Entry(Duration at, boolean mends, Runnable action) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at));
    private final List<String> events;
    private Duration now = Duration.ZERO;

    /** {@code events} is told of what happens when. */
    Timeline(List<String> events) {
        this.events = events;
    }

    /** Some time from now, if the run is still under way. */
    void after(Duration time, Runnable action) {
        entries.add(new Entry(now.plus(time), false, action));
    }

    /** Some time from now, whatever happens. */
    void mendAfter(Duration time, Runnable action) {
        entries.add(new Entry(now.plus(time), true, action));
    }

    void tell(String event) {
        events.add("  %5d ms: %s".formatted(now.toMillis(), event));
    }

    /** Lets everything happen; once it is {@code over}, only what mends something, and at once. */
    void play(BooleanSupplier over) {
        Instant begin = Instant.now();
        while (!entries.isEmpty()) {
            Entry next = entries.remove();
            boolean ended = over.getAsBoolean();
            while (!ended && Instant.now().isBefore(begin.plus(next.at()))) {
                LockSupport.parkNanos(20_000_000);
                ended = over.getAsBoolean();
            }
            now = Duration.between(begin, Instant.now());
            if (next.mends() || !ended) {
                next.action().run();
            }
        }
    }
}
