package dev.sluice.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Checks the one pair of credentials a simulator knows. */
public final class Authorization {

    private final String user;
    private final String token;
    private final boolean bearer;

    /** What an Authorization header turned out to be. */
    public enum Verdict {
        ACCEPTED,
        MISSING,
        REJECTED,
        UNREADABLE
    }

    /** Whether {@code bearer} takes the token alone, as Data Center does. */
    public Authorization(String user, String token, boolean bearer) {
        this.user = user;
        this.token = token;
        this.bearer = bearer;
    }

    public Verdict check(Request request) {
        Optional<String> header = request.findHeader("Authorization");
        if (header.isEmpty()) {
            return Verdict.MISSING;
        }
        String value = header.get();
        String scheme = value.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("bearer ")) {
            return bearer && value.substring(7).strip().equals(token) ? Verdict.ACCEPTED : Verdict.REJECTED;
        }
        return scheme.startsWith("basic ") ? checkBasic(value.substring(6).strip()) : Verdict.UNREADABLE;
    }

    private Verdict checkBasic(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Verdict.UNREADABLE;
        }
        return pair.equals(user + ":" + token) ? Verdict.ACCEPTED : Verdict.REJECTED;
    }
}
