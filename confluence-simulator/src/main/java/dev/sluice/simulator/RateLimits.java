package dev.sluice.simulator;

import dev.sluice.simulator.http.TokenBucket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limit of requests to the site host: each node of a Data Center has one of its own, and, if that is asked for, each
 * endpoint, as with the burst limits of Cloud. Thread-safe.
 */
public final class RateLimits {

    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private volatile double perSecond;
    private volatile int burst = 1;
    private volatile boolean byEndpoint;

    /** {@code requestsPerSecond}: 0 for no limit; {@code atOnce}: at least 1. */
    void set(double requestsPerSecond, int atOnce) {
        if (!(requestsPerSecond >= 0) || atOnce < 1) {
            throw new IllegalArgumentException(
                    "a limit of " + requestsPerSecond + " per second and " + atOnce + " at once");
        }
        perSecond = requestsPerSecond;
        burst = atOnce;
        buckets.clear();
    }

    /** Whether each method and endpoint has the limit for itself. */
    public void byEndpoint(boolean apart) {
        byEndpoint = apart;
        buckets.clear();
    }

    TokenBucket bucket(int node, String endpoint) {
        return perSecond == 0
                ? TokenBucket.unlimited()
                : buckets.computeIfAbsent(
                        node + (byEndpoint ? " " + endpoint : ""), _ -> new TokenBucket(perSecond, burst));
    }

    /** All settings by name. */
    Map<String, Object> settings() {
        return Map.of("requestsPerSecond", perSecond, "burst", burst, "limitByEndpoint", byEndpoint);
    }
}
