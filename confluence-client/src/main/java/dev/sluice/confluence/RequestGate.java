package dev.sluice.confluence;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one way to the network: every request of a client passes here, and waits here. It bounds how many are under way to
 * the site, and to media hosts apart from that, and holds those to the site back while it has asked for a pause. Media
 * hosts are not held back: their links are good for a short time only, and each was bought with a request to the site.
 */
final class RequestGate {

    /** The right to have one request under way, until its answer has been read. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    private final Semaphore toSite;
    private final Semaphore toMedia;
    private final Timing timing;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

    RequestGate(int maxConcurrent, Timing timing) {
        this.toSite = new Semaphore(maxConcurrent, true);
        this.toMedia = new Semaphore(maxConcurrent, true);
        this.timing = timing;
    }

    /** Blocks until the next request to the site may start. */
    Permit enter() {
        while (true) {
            awaitOpening();
            Permit permit = acquire(toSite);
            if (remaining().isZero()) {
                return permit;
            }
            permit.close();
        }
    }

    /** Blocks until the next request to a media host may start. */
    Permit enterMedia() {
        return acquire(toMedia);
    }

    /** Lets no request to the site start for this long from now; requests under way go on. A longer pause stays in force. */
    void pause(Duration duration) {
        Instant until = timing.clock().instant().plus(duration);
        closedUntil.accumulateAndGet(until, (known, wanted) -> wanted.isAfter(known) ? wanted : known);
    }

    private static Permit acquire(Semaphore free) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            throw Timing.interrupted(e);
        }
        return free::release;
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
