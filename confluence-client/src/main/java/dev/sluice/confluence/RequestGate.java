package dev.sluice.confluence;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one way to the network: every request of a client passes here, and waits here. It bounds how many are under way
 * and holds all of them back while the site has asked for a pause.
 */
final class RequestGate {

    /** The right to have one request under way, until its answer has been read. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    private final Semaphore free;
    private final Timing timing;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

    RequestGate(int maxConcurrent, Timing timing) {
        this.free = new Semaphore(maxConcurrent, true);
        this.timing = timing;
    }

    /** Blocks until the next request may start. */
    Permit enter() {
        while (true) {
            awaitOpening();
            try {
                free.acquire();
            } catch (InterruptedException e) {
                throw Timing.interrupted(e);
            }
            if (remaining().isZero()) {
                return free::release;
            }
            free.release();
        }
    }

    /** Lets no request start for this long from now; requests under way go on. A longer pause stays in force. */
    void pause(Duration duration) {
        Instant until = timing.clock().instant().plus(duration);
        closedUntil.accumulateAndGet(until, (known, wanted) -> wanted.isAfter(known) ? wanted : known);
    }

    private void awaitOpening() {
        for (Duration wait = remaining(); !wait.isZero(); wait = remaining()) {
            timing.sleep(wait);
        }
    }

    private Duration remaining() {
        Instant now = timing.clock().instant();
        Instant until = closedUntil.get();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
