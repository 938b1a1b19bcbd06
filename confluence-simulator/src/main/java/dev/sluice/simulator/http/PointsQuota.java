package dev.sluice.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Points that are spent until the end of an hour, or of another time, and all come back then. Thread-safe. */
public final class PointsQuota {

    private static final String NAME = "\"global-app-quota\"";
    private static final int NEAR = 5;

    private final long points;
    private final Duration window;
    private final boolean enforced;
    private long spent;
    private long current;

    /**
     * @param points 0 for no quota
     * @param window what the points are for; windows begin with the hour
     * @param enforced whether a request is refused when they are spent, or only told of it
     */
    public PointsQuota(long points, Duration window, boolean enforced) {
        this.points = points;
        this.window = window;
        this.enforced = enforced;
    }

    public long points() {
        return points;
    }

    public boolean isEnforced() {
        return enforced;
    }

    /** Whether the next request is to be refused. */
    public synchronized boolean isSpent() {
        return enforced && points > 0 && remaining() == 0;
    }

    public synchronized void spend(long cost) {
        remaining();
        spent += cost;
    }

    /** What an answer says of the quota: nothing, where there is none. */
    public synchronized Map<String, String> headers() {
        if (points == 0) {
            return Map.of();
        }
        long left = remaining();
        String beta = enforced ? "" : "Beta-";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-" + beta + "RateLimit-Limit", Long.toString(points));
        headers.put("X-" + beta + "RateLimit-Remaining", Long.toString(left));
        // without seconds where there are none, as Atlassian writes it
        headers.put("X-" + beta + "RateLimit-Reset", end().toString().replace(":00Z", "Z"));
        headers.put("X-" + beta + "RateLimit-NearLimit", Boolean.toString(left < points / NEAR));
        headers.put(beta + "RateLimit-Policy", NAME + ";q=" + points + ";w=" + window.toSeconds());
        headers.put(beta + "RateLimit", NAME + ";r=" + left + ";t=" + secondsLeft());
        return headers;
    }

    /** At least one. */
    public long secondsLeft() {
        return Math.max(1, Duration.between(Instant.now(), end()).toSeconds() + 1);
    }

    private long remaining() {
        long now = System.currentTimeMillis() / window.toMillis();
        if (now != current) {
            current = now;
            spent = 0;
        }
        return Math.max(0, points - spent);
    }

    private Instant end() {
        return Instant.ofEpochMilli((System.currentTimeMillis() / window.toMillis() + 1) * window.toMillis());
    }
}
