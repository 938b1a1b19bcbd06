package dev.sluice.planner.audit;

import dev.sluice.pipeline.ExportId;
import org.jspecify.annotations.Nullable;

/** Which records of an export are looked for; null for any. */
public record AuditQuery(
        ExportId export,
        @Nullable String run,
        @Nullable String resource,
        @Nullable String action) {

    /** All of them. */
    public static AuditQuery all(ExportId export) {
        return new AuditQuery(export, null, null, null);
    }
}
