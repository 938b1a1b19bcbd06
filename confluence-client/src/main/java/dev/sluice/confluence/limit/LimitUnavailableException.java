package dev.sluice.confluence.limit;

/** The limit is kept where it cannot be reached at present. */
public final class LimitUnavailableException extends RuntimeException {
    LimitUnavailableException(Throwable cause) {
        super("the shared rate limit cannot be reached: " + cause.getMessage(), cause);
    }
}
