package dev.sluice.simulator;

import dev.sluice.simulator.http.PointsQuota;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What only Cloud does: reads of REST v1 that were dropped, and the quota of points. Thread-safe. */
public final class CloudFaults {

    private static final Duration HOUR = Duration.ofHours(1);

    private volatile DroppedReads droppedReads = DroppedReads.GONE;
    private volatile PointsQuota quota = PointsQuota.NONE;

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
        quota(points, HOUR, true);
    }

    /** A quota that is only announced, as before it was enforced; 0 for none. */
    public void announcedQuota(long points) {
        quota(points, HOUR, false);
    }

    /** A quota whose points come back at the end of each such time; 0 for no quota. */
    public void quota(long points, Duration window, boolean enforced) {
        quota = points == 0 ? PointsQuota.NONE : new PointsQuota(points, window, enforced);
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
                now.isEnforced() ? now.points() : 0,
                "announcedPointsPerHour",
                now.isEnforced() ? 0 : now.points());
    }
}
