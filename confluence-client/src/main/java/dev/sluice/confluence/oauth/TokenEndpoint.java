package dev.sluice.confluence.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.confluence.network.HttpClients;
import dev.sluice.confluence.network.Network;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Where tokens are exchanged for tokens. */
public final class TokenEndpoint {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Network network;
    private final InstantSource clock;

    public TokenEndpoint(Network network, InstantSource clock) {
        this.network = network;
        this.clock = clock;
    }

    /** The grant that the code stands for which the browser brought back. */
    public OAuthGrant redeem(String clientId, String clientSecret, String code, URI redirectedTo) {
        OAuthGrant none = new OAuthGrant(clientId, clientSecret, "", null, 0);
        return exchange(
                none,
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectedTo.toString()));
    }

    /** A new access token and a new refresh token. */
    OAuthGrant refresh(OAuthGrant grant) {
        return exchange(grant, Map.of("grant_type", "refresh_token", "refresh_token", grant.refreshToken()));
    }

    private OAuthGrant exchange(OAuthGrant grant, Map<String, String> what) {
        Map<String, String> body = new TreeMap<>(what);
        body.put("client_id", grant.clientId());
        body.put("client_secret", grant.clientSecret());
        URI endpoint = URI.create(network.login() + "/oauth/token");
        try (HttpClient client =
                HttpClients.builder(network).connectTimeout(PATIENCE).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)));
            HttpClients.authorize(request, network, endpoint);
            return granted(grant, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new OAuthException(false, "No usable answer from " + endpoint + "; run again later.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OAuthException(false, "Stopped while a token was renewed; run again to go on.", e);
        }
    }

    /** What the answer says is never repeated: there are tokens in it. */
    private OAuthGrant granted(OAuthGrant grant, HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status == 400 || status == 401 || status == 403) {
            throw new OAuthException(
                    true,
                    "Atlassian does not renew the access any more (HTTP %d); run 'sluice login --oauth' again."
                            .formatted(status));
        }
        if (status != 200) {
            throw new OAuthException(
                    false, "Atlassian renews no access at present (HTTP %d); run again later.".formatted(status));
        }
        JsonNode json = MAPPER.readTree(answer.body());
        String access = json.path("access_token").asText("");
        String refresh = json.path("refresh_token").asText(grant.refreshToken());
        if (access.isEmpty() || refresh.isEmpty()) {
            throw new OAuthException(
                    true,
                    "Atlassian gave no tokens that can be renewed; the app needs the scope offline_access. Add it, and run 'sluice login --oauth' again.");
        }
        long expiresAt =
                clock.instant().getEpochSecond() + json.path("expires_in").asLong(3600);
        return new OAuthGrant(grant.clientId(), grant.clientSecret(), refresh, access, expiresAt);
    }
}
