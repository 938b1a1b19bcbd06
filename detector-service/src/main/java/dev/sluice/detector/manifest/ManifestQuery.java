package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an export's manifest are looked for; whatever is said must be so.
 *
 * @param status of the entry; null for any
 * @param kind word before the colon of the key, such as {@code page}; null for any
 * @param path how the path begins; null for any
 * @param resource the key itself; null for any
 */
public record ManifestQuery(
        ExportId export,
        @Nullable String status,
        @Nullable String kind,
        @Nullable String path,
        @Nullable String resource) {

    public ManifestQuery {
        if (status != null && !SnapshotEntry.STATUSES.contains(status)) {
            throw new IllegalArgumentException("status is active, stale, inaccessible or deleted.");
        }
    }
}
