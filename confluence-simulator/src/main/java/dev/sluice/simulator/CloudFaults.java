package dev.sluice.simulator;

import dev.sluice.simulator.http.PointsQuota;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What only Cloud does: reads of REST v1 that were dropped, and the quota of points. Thread-safe. */
public final class CloudFaults {

    private static final Duration HOUR = Duration.ofHours(1);

    private volatile DroppedReads droppedReads = DroppedReads.GONE;
    private volatile PointsQuota quota = new PointsQuota(0, HOUR, true);

    /** What becomes of reads of REST v1 that v2 has taken the place of. */
    public enum DroppedReads {
        /** Still answered, with a warning. */
        DEPRECATED,
        /** 410. */
        GONE,
        /** 404. */
        MISSING
    }

    public void droppedReads(DroppedReads fate) {
        droppedReads = fate;
    }

    void droppedReads(String word) {
        droppedReads = DroppedReads.valueOf(word.toUpperCase(Locale.ROOT));
    }

    public DroppedReads droppedReads() {
        return droppedReads;
    }

    /** So many points an hour, a point for each request and one for each thing that it gives; 0 for no quota. */
    public void quota(long points) {
        quota = new PointsQuota(points, HOUR, quota.isEnforced());
    }

    /** Whether the quota refuses requests, or is only announced, as it was at first. */
    public void quotaEnforced(boolean enforced) {
        quota = new PointsQuota(quota.points(), HOUR, enforced);
    }

    public PointsQuota quota() {
        return quota;
    }

    /** All settings by name. */
    Map<String, Object> settings() {
        PointsQuota now = quota;
        return Map.of(
                "droppedReads",
                droppedReads.name().toLowerCase(Locale.ROOT),
                "pointsPerHour",
                now.points(),
                "pointsEnforced",
                now.isEnforced());
    }
}
