package dev.sluice.confluence.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The database's time, as last heard: the clocks of the processes that share a bucket may differ. */
final class DatabaseClock implements TimeMeter {

    private final InstantSource own;
    private volatile long aheadNanos;

    DatabaseClock(InstantSource own) {
        this.own = own;
    }

    InstantSource own() {
        return own;
    }

    /** What the database's clock shows now. */
    void set(Instant shown) {
        aheadNanos = Duration.between(own.instant(), shown).toNanos();
    }

    @Override
    public long currentTimeNanos() {
        Instant now = own.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano() + aheadNanos;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
