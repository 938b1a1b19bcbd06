package dev.sluice.simulator.atlassian;

import dev.sluice.simulator.cloud.CloudSite;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.http.TokenBucket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The gateway to one Cloud site, which takes scoped tokens and access tokens, and the OAuth server beside it. */
public final class AtlassianApi implements SiteApi {

    private static final List<String> GATEWAY = List.of("ex", "confluence", CloudSite.CLOUD_ID);

    private final CloudSite site;
    private final OAuthServer oauth;
    private final String scoped;
    private final Routes own = new Routes("");

    /** @param scopedToken good for the user here, and nowhere else */
    public AtlassianApi(CloudSite site, String user, String scopedToken) {
        this.site = site;
        this.oauth = new OAuthServer("simulated-app", "simulated-app-secret");
        this.scoped = "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + scopedToken).getBytes(StandardCharsets.UTF_8));
        own.get("/authorize", oauth::authorize).post("/oauth/token", oauth::token);
    }

    public OAuthServer oauth() {
        return oauth;
    }

    @Override
    public Optional<Routes.Match> find(Request request) {
        List<String> path = request.path();
        if (path.size() > GATEWAY.size() && path.subList(0, GATEWAY.size()).equals(GATEWAY)) {
            return site.find(request.at(path.subList(GATEWAY.size(), path.size())));
        }
        return own.find(request);
    }

    @Override
    public Response answer(Routes.Match match) {
        if (own.find(match.request()).isPresent() || isGood(match.request())) {
            return match.route().handler().handle(match.request());
        }
        return Response.json(401, Json.object().put("code", 401).put("message", "Unauthorized"));
    }

    private boolean isGood(Request request) {
        String header = request.findHeader("Authorization").orElse("");
        return header.equals(scoped) || (header.startsWith("Bearer ") && oauth.accepts(header.substring(7)));
    }

    @Override
    public Response unknown(Request request) {
        return Response.json(404, Json.object().put("message", "no such address"));
    }

    @Override
    public Response tooManyRequests(int retryAfterSeconds) {
        return site.tooManyRequests(retryAfterSeconds);
    }

    @Override
    public Response decorate(Response response, TokenBucket bucket) {
        return site.decorate(response, bucket);
    }
}
