package dev.sluice.confluence.limit;

import io.github.bucket4j.Bucket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The limit of several processes that ask the same site: kept in PostgreSQL. Costs no query a request: allowances are
 * taken a few at a time, and pauses of others are looked up twice a second while somebody asks.
 */
final class SharedLimit implements SiteLimit {

    private static final Logger LOG = System.getLogger("dev.sluice.confluence");
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration WORTH_SHARING = Duration.ofSeconds(1);

    private final LimitDatabase database;
    private final String site;
    private final double requestsPerSecond;
    private final InstantSource clock;
    private final AtomicReference<Pause> known = new AtomicReference<>(Pause.NONE);
    private final AtomicBoolean lookingUp = new AtomicBoolean();
    private volatile Instant nextLookUp = Instant.MIN;

    SharedLimit(LimitDatabase database, String site, double requestsPerSecond, InstantSource clock) {
        this.database = database;
        this.site = site;
        this.requestsPerSecond = requestsPerSecond;
        this.clock = clock;
    }

    @Override
    public double requestsPerSecond() {
        return requestsPerSecond;
    }

    @Override
    public Duration take(int requests) {
        if (requestsPerSecond == 0) {
            return Duration.ZERO;
        }
        try {
            Bucket bucket = database.bucket(site, requestsPerSecond);
            return Duration.ofNanos(bucket.consumeIgnoringRateLimits(requests));
        } catch (@SuppressWarnings("OverlyBroadCatch") // whatever the driver, the pool or the bucket's library throws
                RuntimeException
                | SQLException e) {
            throw new LimitUnavailableException(e);
        }
    }

    @Override
    public Pause pause() {
        Instant next = nextLookUp;
        if (next.equals(Instant.MIN)) {
            // a process that has just started obeys what is in force already
            lookUp();
        } else if (clock.instant().isAfter(next) && lookingUp.compareAndSet(false, true)) {
            Thread.ofVirtual().start(this::lookUp);
        }
        return known.get();
    }

    @Override
    public SiteLimit elsewhere(String host) {
        return new SharedLimit(database, site + " " + host, 0, clock);
    }

    @Override
    public void pause(Pause wanted) {
        known.accumulateAndGet(wanted, Pause::orLater);
        Duration left = wanted.left(clock.instant());
        if (left.compareTo(WORTH_SHARING) < 0) {
            return;
        }
        try {
            database.pause(site, left, wanted.reason());
        } catch (RuntimeException | SQLException e) {
            LOG.log(Level.WARNING, "A pause is not known to the other processes: site={0} reason={1}", site, e);
        }
    }

    private void lookUp() {
        Duration fresh = AFTER_FAILURE;
        try {
            known.accumulateAndGet(database.pause(site, clock.instant()), Pause::orLater);
            fresh = FRESH;
        } catch (RuntimeException | SQLException e) {
            LOG.log(Level.WARNING, "Pauses of other processes are not known: site={0} reason={1}", site, e);
        } finally {
            nextLookUp = clock.instant().plus(fresh);
            lookingUp.set(false);
        }
    }
}
