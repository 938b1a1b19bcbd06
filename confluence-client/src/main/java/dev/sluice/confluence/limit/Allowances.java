package dev.sluice.confluence.limit;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/** The buckets that limits are made of. */
final class Allowances {

    private Allowances() {}

    /** As many tokens as a quarter of a second brings may be saved up: enough for no request to be lost, too few for a burst. */
    static BucketConfiguration bucket(double requestsPerSecond) {
        long capacity = Math.max(1, Math.round(requestsPerSecond / 4));
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, period(requestsPerSecond)))
                .build();
    }

    private static Duration period(double requestsPerSecond) {
        return Duration.ofNanos(Math.max(1, Math.round(1e9 / requestsPerSecond)));
    }
}
