package dev.sluice.pipeline;

import java.time.Instant;

/**
 * How a snapshot begins.
 *
 * @param generatedBy name of the program that wrote it
 * @param exportedAt when it was written
 * @param export what it is of
 */
public record SnapshotHead(String generatedBy, Instant exportedAt, ExportHeader export) {

    /** Raised when older readers would misunderstand the form. */
    public static final int FORMAT_VERSION = 1;

    /** A head as Sluice writes it. */
    public static SnapshotHead of(ExportHeader export, Instant now) {
        return new SnapshotHead("sluice", now, export);
    }
}
