package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the snapshot says of one resource: enough to go on from without a database. What other tools do not know of
 * their resources is null.
 *
 * @param outputPath of the file, relative to the destination
 * @param status {@link #ACTIVE}, {@link #STALE}, {@link #INACCESSIBLE} or {@link #DELETED}
 * @param identity see {@link Resource#identity()}
 * @param format fingerprint of the renderer that wrote the file
 * @param sourceChecksum of a page's archived body
 * @param references of a page: questions and answers, see {@link Reference}; null when they are not known
 * @param unhandledMacros see {@link Findings}; null when there are none
 * @param brokenLinks see {@link Findings}; null when there are none
 * @param details see {@link PageResource#detailsFingerprint()}; null when there are none, or when they are not known
 */
public record SnapshotEntry(
        int version,
        @JsonProperty("version_at") @Nullable Instant versionAt,
        @Nullable String etag,
        @JsonProperty("last_modified") @Nullable Instant lastModified,
        @Nullable String checksum,
        @Nullable Long size,
        @JsonProperty("output_path") String outputPath,
        @JsonProperty("fetched_at") Instant fetchedAt,
        String status,
        @Nullable String identity,
        @Nullable String format,
        @JsonProperty("source_checksum") @Nullable String sourceChecksum,
        @JsonProperty("source_size") @Nullable Long sourceSize,
        @Nullable Map<String, @Nullable String> references,
        @JsonProperty("unhandled_macros") @Nullable Map<String, Integer> unhandledMacros,
        @JsonProperty("broken_links") @Nullable List<String> brokenLinks,
        @Nullable String details) {

    /** Status of what is exported and there. */
    public static final String ACTIVE = "active";

    /** Status of what Confluence does not list any more and whose file is kept, because the run was not to remove any. */
    public static final String STALE = "stale";

    /** Status of what Confluence lists but refuses to show. */
    public static final String INACCESSIBLE = "inaccessible";

    /** Status of what is gone. */
    public static final String DELETED = "deleted";

    /** Every status that there is. */
    public static final Set<String> STATUSES = Set.of(ACTIVE, STALE, INACCESSIBLE, DELETED);

    /** Whether the file of an entry with this status is there as it was exported. */
    public static boolean isHeld(String status) {
        return status.equals(ACTIVE) || status.equals(STALE);
    }

    /** The same with this checksum of its file. */
    public SnapshotEntry withChecksum(String sha256) {
        return new SnapshotEntry(
                version,
                versionAt,
                etag,
                lastModified,
                sha256,
                size,
                outputPath,
                fetchedAt,
                status,
                identity,
                format,
                sourceChecksum,
                sourceSize,
                references,
                unhandledMacros,
                brokenLinks,
                details);
    }

    /** What another tool knows of a resource: a version and a file. */
    public static SnapshotEntry foreign(int version, String outputPath, Instant fetchedAt, String status) {
        return new SnapshotEntry(
                version,
                null,
                null,
                null,
                null,
                null,
                outputPath,
                fetchedAt,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
