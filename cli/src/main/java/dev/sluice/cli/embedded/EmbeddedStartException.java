package dev.sluice.cli.embedded;

/** A part that should run in this process did not start. */
public final class EmbeddedStartException extends RuntimeException {
    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
