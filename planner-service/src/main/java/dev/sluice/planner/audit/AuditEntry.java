package dev.sluice.planner.audit;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be recorded: see {@link AuditRecord}, which gives it its place in the chain. */
public record AuditEntry(
        String actor,
        String action,
        @Nullable RunId run,
        @Nullable ResourceKey resource,
        @Nullable String path,
        @Nullable String fromPath,
        @Nullable Integer fromVersion,
        @Nullable Integer toVersion,
        @Nullable String detail) {

    /** What is done to an export itself. */
    public static AuditEntry of(String actor, String action, @Nullable String detail) {
        return new AuditEntry(actor, action, null, null, null, null, null, null, detail);
    }

    /** What becomes of a run. */
    public static AuditEntry of(String actor, String action, RunId run, @Nullable String detail) {
        return new AuditEntry(actor, action, run, null, null, null, null, null, detail);
    }

    /** The same, of a file that was of this version. */
    AuditEntry from(@Nullable Integer version) {
        return new AuditEntry(actor, action, run, resource, path, fromPath, version, toVersion, detail);
    }

    AuditRecord record(ExportId export, long seq, Instant at, String before) {
        return new AuditRecord(
                        export,
                        seq,
                        at,
                        actor,
                        action,
                        run,
                        resource,
                        path,
                        fromPath,
                        fromVersion,
                        toVersion,
                        detail,
                        "")
                .chainedTo(before);
    }
}
