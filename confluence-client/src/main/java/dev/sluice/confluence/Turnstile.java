package dev.sluice.confluence;

import dev.sluice.confluence.limit.LimitUnavailableException;
import dev.sluice.confluence.limit.SiteLimit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * Lets requests start one after the other at the pace of the site's limit. Turns are taken a few at a time, an eighth of
 * a second's worth, so that a limit that is kept elsewhere is not asked for every request.
 */
final class Turnstile {

    private static final Logger LOG = System.getLogger("dev.sluice.confluence");
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** Turns that were not used in time are given up: many of them at once would be a burst. */
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(1);

    private final SiteLimit limit;
    private final Timing timing;
    private final Semaphore front = new Semaphore(1, true);
    private final Deque<Instant> turns = new ArrayDeque<>();

    Turnstile(SiteLimit limit, Timing timing) {
        this.limit = limit;
        this.timing = timing;
    }

    /** Blocks until it is the caller's turn. */
    void pass() {
        if (limit.requestsPerSecond() == 0) {
            return;
        }
        try {
            front.acquire();
        } catch (InterruptedException e) {
            throw Timing.interrupted(e);
        }
        try {
            Duration wait = Duration.between(timing.clock().instant(), next());
            if (wait.isPositive()) {
                timing.sleep(wait);
            }
        } finally {
            front.release();
        }
    }

    private Instant next() {
        Instant oldest = timing.clock().instant().minus(LONGEST_KEPT);
        turns.removeIf(turn -> turn.isBefore(oldest));
        while (turns.isEmpty()) {
            take();
        }
        return turns.remove();
    }

    /** Nobody may ask at will because the limit is out of reach: until it is back, the site is not asked. */
    private void take() {
        double pace = limit.requestsPerSecond();
        int count = (int) Math.max(1, Math.round(pace / 8));
        try {
            Instant last = timing.clock().instant().plus(limit.take(count));
            for (int before = count - 1; before >= 0; before--) {
                turns.add(last.minusNanos(Math.round(before * 1e9 / pace)));
            }
        } catch (LimitUnavailableException e) {
            LOG.log(Level.WARNING, "Requests wait for the shared rate limit: reason={0}", e.getMessage());
            timing.sleep(BETWEEN_TRIES);
        }
    }
}
