package dev.sluice.simulator.atlassian;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * OAuth 2.0 (3LO) as Atlassian has it: refresh tokens that are good once, access tokens that expire. One app, whose
 * owner agrees to everything at once. Thread-safe.
 */
public final class OAuthServer {

    private final String clientId;
    private final String clientSecret;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private Duration lifetime = Duration.ofHours(1);
    private int exchanges;

    OAuthServer(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** How long access tokens are good that are given from now on. */
    public synchronized void lifetime(Duration of) {
        lifetime = of;
    }

    /** Lets no access token be good any more. */
    public synchronized void revokeAccessTokens() {
        accessTokens.clear();
    }

    /** A refresh token of an account that has agreed. */
    public synchronized String newRefreshToken() {
        String token = "refresh-" + number.incrementAndGet();
        refreshTokens.add(token);
        return token;
    }

    /** How often tokens were exchanged for tokens, refusals not counted. */
    public synchronized int exchanges() {
        return exchanges;
    }

    /** Whether the token opens the gateway now. */
    synchronized boolean accepts(String accessToken) {
        Instant end = accessTokens.get(accessToken);
        return end != null && Instant.now().isBefore(end);
    }

    /** Sends the browser back to the app at once, with a code. */
    synchronized Response authorize(Request request) {
        String redirect = request.query().one("redirect_uri").orElse("");
        boolean known =
                request.query().one("client_id").filter(clientId::equals).isPresent();
        if (!known || redirect.isEmpty()) {
            return Response.html(400, "<html><body><h1>unknown app</h1></body></html>");
        }
        String code = "code-" + number.incrementAndGet();
        codes.add(code);
        String state = URLEncoder.encode(request.query().one("state").orElse(""), StandardCharsets.UTF_8);
        return Response.redirect(redirect + "?code=" + code + "&state=" + state);
    }

    synchronized Response token(Request request) {
        ObjectNode body = Json.parseObject(request.body());
        boolean app = body.path("client_id").asText().equals(clientId)
                && body.path("client_secret").asText().equals(clientSecret);
        boolean good = switch (body.path("grant_type").asText()) {
            case "authorization_code" -> codes.remove(body.path("code").asText());
            case "refresh_token" ->
                refreshTokens.remove(body.path("refresh_token").asText());
            default -> false;
        };
        if (!app || !good) {
            return Response.json(403, Json.object().put("error", "invalid_grant"));
        }
        exchanges++;
        String access = "access-" + number.incrementAndGet();
        accessTokens.put(access, Instant.now().plus(lifetime));
        return Response.json(
                200,
                Json.object()
                        .put("access_token", access)
                        .put("refresh_token", newRefreshToken())
                        .put("token_type", "Bearer")
                        .put("expires_in", lifetime.toSeconds())
                        .put("scope", "offline_access"));
    }
}
