package dev.sluice.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many nodes a Data Center has behind its one address, and how far the second is behind. Requests go to them in turn,
 * as behind a load balancer that does not keep to one. Thread-safe.
 */
public final class ClusterFaults {

    private final AtomicInteger turn = new AtomicInteger();
    private volatile int count = 1;
    private volatile Duration lag = Duration.ZERO;

    /** One node, or two. */
    public void count(int nodes) {
        if (nodes < 1 || nodes > 2) {
            throw new IllegalArgumentException("there are one or two nodes, not " + nodes);
        }
        count = nodes;
    }

    /** How long, by the site's logical clock, the second node does not show what was made or changed. */
    public void lag(Duration time) {
        lag = time;
    }

    public Duration lag() {
        return lag;
    }

    /** The node that gets the next request, counted from 0. */
    int next() {
        return Math.floorMod(turn.getAndIncrement(), count);
    }

    /** All settings by name. */
    Map<String, Object> settings() {
        return Map.of("nodes", count, "nodeLagSeconds", lag.toSeconds());
    }
}
