package dev.sluice.planner.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an export runs by itself.
 *
 * @param setBy who said so last
 * @param nextAt when it is due; in the past while a run of the export is not over, which it waits for
 * @param lastAt when it started something; null when it never has
 * @param lastRun which run that was
 */
public record ScheduleView(
        String export,
        ScheduleKind kind,
        String cron,
        String zone,
        boolean prune,
        boolean enabled,
        String setBy,
        Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable String lastRun) {}
