package dev.sluice.confluence.oauth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What an account has granted to an app.
 *
 * @param refreshToken good for one use: the next one comes with the access token
 * @param accessToken null before the first use
 * @param expiresAt of the access token, in seconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OAuthGrant(
        String clientId,
        String clientSecret,
        String refreshToken,
        @Nullable String accessToken,
        long expiresAt) {

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "OAuthGrant[" + clientId + "]";
    }
}
