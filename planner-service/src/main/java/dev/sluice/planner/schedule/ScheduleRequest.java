package dev.sluice.planner.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a schedule.
 *
 * @param cron minute, hour, day of the month, month, day of the week
 * @param zone whose clocks count; null for UTC
 * @param prune whether files of what is gone are removed; null for true, and never for quick ones
 * @param enabled false to keep it without anything being started; null for true
 */
public record ScheduleRequest(
        String cron,
        @Nullable String zone,
        @Nullable Boolean prune,
        @Nullable Boolean enabled) {
    public ScheduleRequest {
        if (cron == null) {
            throw new IllegalArgumentException("A schedule needs cron, as in '0 3 * * 1-5'.");
        }
    }

    String zoneName() {
        return zone == null ? "UTC" : zone;
    }

    Timetable timetable() {
        return Timetable.of(cron, zoneName());
    }

    boolean prunes(ScheduleKind kind) {
        return kind == ScheduleKind.FULL && (prune == null || prune);
    }

    boolean isEnabled() {
        return enabled == null || enabled;
    }
}
