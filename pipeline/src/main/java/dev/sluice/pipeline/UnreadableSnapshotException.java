package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/** A file that should be a snapshot is none, or a damaged one. The message says why, as the end of a sentence. */
public final class UnreadableSnapshotException extends RuntimeException {

    public UnreadableSnapshotException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
