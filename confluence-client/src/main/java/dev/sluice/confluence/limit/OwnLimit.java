package dev.sluice.confluence.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The limit of a process that asks the site alone: kept in memory. */
public final class OwnLimit implements SiteLimit {

    private final double requestsPerSecond;
    private final @Nullable Bucket bucket;
    private final InstantSource clock;
    private final AtomicReference<Pause> pause = new AtomicReference<>(Pause.NONE);

    /** @param requestsPerSecond zero for no limit */
    public OwnLimit(double requestsPerSecond, InstantSource clock) {
        this.requestsPerSecond = requestsPerSecond;
        this.clock = clock;
        this.bucket = requestsPerSecond == 0
                ? null
                : Bucket.builder()
                        .withCustomTimePrecision(new Clock(clock))
                        .addLimit(Allowances.bucket(requestsPerSecond).getBandwidths()[0])
                        .build();
    }

    @Override
    public double requestsPerSecond() {
        return requestsPerSecond;
    }

    @Override
    public Duration take(int requests) {
        return bucket == null ? Duration.ZERO : Duration.ofNanos(bucket.consumeIgnoringRateLimits(requests));
    }

    @Override
    public Pause pause() {
        return pause.get();
    }

    @Override
    public SiteLimit elsewhere(String host) {
        return new OwnLimit(0, clock);
    }

    @Override
    public void pause(Pause wanted) {
        pause.accumulateAndGet(wanted, Pause::orLater);
    }

    /** A clock as buckets read it. */
    record Clock(InstantSource source) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = source.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
