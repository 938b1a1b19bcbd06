package dev.sluice.confluence.oauth;

/** There is no access token to be had. */
public final class OAuthException extends RuntimeException {

    private final boolean refused;

    OAuthException(boolean refused, String message, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    OAuthException(boolean refused, String message) {
        super(message);
        this.refused = refused;
    }

    /** Whether the grant is over; otherwise trying again can help. */
    public boolean isRefused() {
        return refused;
    }
}
