package dev.sluice.confluence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time that passes only when somebody waits, and remembers the waits. */
final class VirtualTime implements InstantSource, Timing.Sleeper {

    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Instant now = START;

    Timing timing() {
        return new Timing(this, this, new Random(20261122L));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        waits.add(duration);
        now = now.plus(duration);
    }

    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    synchronized Duration passed() {
        return Duration.between(START, now);
    }
}
