package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.StoredCopy;
import java.time.Instant;

/**
 * What the manifest knows of a resource.
 *
 * @param active false for one that is gone
 * @param identity see {@link dev.sluice.pipeline.Resource#identity()}
 * @param path of its file
 * @param checksum of its file
 * @param format fingerprint of the renderer that wrote it; empty for an attachment
 * @param details see {@link dev.sluice.pipeline.PageResource#detailsFingerprint()}; empty for an attachment
 * @param source the archived body of a page, the file itself of an attachment
 */
public record Known(
        boolean active,
        ResourceVersion version,
        String identity,
        String path,
        String checksum,
        String format,
        String details,
        StoredCopy source,
        Instant exportedAt) {}
