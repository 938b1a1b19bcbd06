package dev.sluice.confluence.oauth;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens out of a grant, one renewal at a time among all threads and processes that use its file. The new refresh
 * token is in the file before the new access token is used.
 */
public final class OAuthSession {

    /** A token that is about to expire is not used any more. */
    private static final long MARGIN_SECONDS = 60;

    private final GrantFile file;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private volatile @Nullable OAuthGrant known;

    public OAuthSession(GrantFile file, TokenEndpoint endpoint, InstantSource clock) {
        this.file = file;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** Where the grant is. */
    public Path file() {
        return file.path();
    }

    /** One that is good now, as far as can be told. */
    public String accessToken() {
        OAuthGrant grant = known;
        String token = grant == null ? null : usable(grant);
        if (token == null) {
            return renewed(null);
        }
        return token;
    }

    /** Gets another one than the one that the server refused. */
    public void renew(String refused) {
        String _ = renewed(refused);
    }

    /** Whoever comes first asks; the others find the new token in the file. */
    private String renewed(@Nullable String refused) {
        OAuthGrant grant = file.update(current -> {
            String token = usable(current);
            return token == null || token.equals(refused) ? endpoint.refresh(current) : current;
        });
        known = grant;
        String token = grant.accessToken();
        if (token == null) {
            throw new OAuthException(true, "The grant has no access token; run 'sluice login --oauth' again.");
        }
        return token;
    }

    private @Nullable String usable(OAuthGrant grant) {
        return clock.instant().getEpochSecond() + MARGIN_SECONDS < grant.expiresAt() ? grant.accessToken() : null;
    }
}
