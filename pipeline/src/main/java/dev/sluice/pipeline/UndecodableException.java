package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/** Bytes that are not the message they should be. */
public final class UndecodableException extends RuntimeException {
    UndecodableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
