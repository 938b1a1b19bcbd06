package dev.sluice.confluence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The header that credentials make. */
final class Authorization {

    private final Credentials credentials;

    /** Refuses credentials that cannot be any, without showing them. */
    Authorization(Credentials credentials) {
        this.credentials = credentials;
        if (credentials instanceof Credentials.Bearer bearer) {
            requireToken(bearer.token());
        }
    }

    /** Empty for nobody. */
    Optional<String> header() {
        return switch (credentials) {
            case Credentials.Basic basic ->
                Optional.of("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (basic.user() + ":" + basic.secret()).getBytes(StandardCharsets.UTF_8)));
            case Credentials.Bearer bearer -> Optional.of("Bearer " + bearer.token());
            case Credentials.OAuth oauth ->
                Optional.of("Bearer " + requireToken(oauth.session().accessToken()));
            case Credentials.Anonymous _ -> Optional.empty();
        };
    }

    /** Whether there is another header than the one that was refused. */
    boolean renew(String refused) {
        if (credentials instanceof Credentials.OAuth oauth) {
            oauth.session().renew(refused.substring("Bearer ".length()));
            return true;
        }
        return false;
    }

    /** The token itself; one that cannot stand in a header would otherwise end up in an exception's message. */
    private static String requireToken(String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ConfluenceException(
                    ConfluenceException.Category.NOT_AUTHORISED,
                    "The access token is empty or contains a character that no token has; copy it again.");
        }
        return token;
    }
}
