package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ResourceKey;
import java.time.Instant;

/**
 * What the manifest says of one resource.
 *
 * @param status {@code active}, {@code stale}, {@code inaccessible} or {@code deleted}
 * @param version in Confluence; 0 when that is not known
 * @param checksum SHA-256 of the file
 * @param run that last exported it; {@code adopted} when that is only known from the snapshot
 */
public record ManifestEntry(
        ResourceKey resource,
        String status,
        int version,
        Instant versionAt,
        String path,
        String checksum,
        long size,
        Instant exportedAt,
        String run) {}
