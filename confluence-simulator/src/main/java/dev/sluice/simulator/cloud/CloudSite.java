package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.SiteShape;
import dev.sluice.simulator.content.People;
import dev.sluice.simulator.datacenter.LongTasks;
import dev.sluice.simulator.datacenter.V1Links;
import dev.sluice.simulator.http.Authorization;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.PointsQuota;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.http.TokenBucket;
import dev.sluice.simulator.site.SiteStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** A Confluence Cloud site. */
public final class CloudSite implements SiteApi {

    /** Id of the site at the gateway. */
    public static final String CLOUD_ID = "8d2f0a11-51c1-4b57-9f0e-5109ce51a6e1";

    private final SimulatorFaults faults;
    private final Authorization authorization;
    private final MediaHost mediaHost;
    private final Routes routes;
    private final Routes anonymousRoutes;
    private final Routes publicRoutes;
    private final Routes open = new Routes("");

    /**
     * Makes a site.
     *
     * @param urls where the site and its media host are; asked once they are started
     */
    public CloudSite(SiteStore store, SimulatorFaults faults, Authorization authorization, Urls urls) {
        this.faults = faults;
        this.authorization = authorization;
        MediaTokens tokens = new MediaTokens(urls.media(), faults::mediaTokenLifetime);
        this.mediaHost = new MediaHost(store, tokens, faults::honoursRanges);
        this.routes = routes(store, tokens, urls, user());
        SiteStore nothing = new SiteStore(SiteShape.empty(), Mode.CLOUD);
        this.anonymousRoutes = routes(nothing, tokens, urls, anonymous());
        this.publicRoutes = routes(store, tokens, urls, anonymous());
        open.get(
                "/_edge/tenant_info",
                request -> Response.json(200, Json.object().put("cloudId", CLOUD_ID)));
    }

    /** Base URLs without a slash at the end. */
    public record Urls(Supplier<String> site, Supplier<String> media) {}

    public MediaHost mediaHost() {
        return mediaHost;
    }

    private Routes routes(SiteStore store, MediaTokens tokens, Urls urls, ObjectNode currentUser) {
        Routes registered = new Routes(Mode.CLOUD.contextPath());
        CloudPages pages = new CloudPages(store, urls.site(), faults);
        pages.register(registered);
        new CloudTree(store, pages, urls.site()).register(registered);
        new CloudAttachments(store, pages, tokens).register(registered);
        new CloudSpaces(store, pages).register(registered);
        new CloudComments(store, pages).register(registered);
        new CloudSearch(store, urls.site(), faults::listingCap).register(registered);
        new CloudCqlSearch(store, urls.site(), faults).register(registered);
        new CloudProperties(store, pages).register(registered);
        V1Links links = new V1Links(Mode.CLOUD, urls.site(), faults, false);
        new LongTasks(store, links).register(registered);
        new DroppedReads(store, links).register(registered);
        return registered
                .get("/rest/api/user/current", request -> Response.json(200, currentUser))
                .post("/api/v2/users-bulk", CloudSite::users)
                .post("/api/v2/content/convert-ids-to-types", pages::types);
    }

    private static ObjectNode user() {
        return Json.object()
                .put("type", "known")
                .put("accountId", CloudJson.account(0))
                .put("accountType", "atlassian")
                .put("email", "")
                .put("publicName", People.displayName(0))
                .put("displayName", People.displayName(0))
                .put("isExternalCollaborator", false);
    }

    private static ObjectNode anonymous() {
        return Json.object()
                .put("type", "anonymous")
                .put("accountType", "")
                .put("publicName", "Anonymous")
                .put("displayName", "Anonymous");
    }

    private static Response users(Request request) {
        JsonNode ids = Json.parseObject(request.body()).path("accountIds");
        if (ids.isEmpty() || ids.size() > 250) {
            throw CloudErrors.invalid("Provided value for 'accountIds' is out of range.", "1 to 250 ids");
        }
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        ids.forEach(
                id -> People.find(Mode.CLOUD, id.asText()).map(CloudJson::user).ifPresent(results::add));
        return Response.json(200, body);
    }

    @Override
    public Optional<Routes.Match> find(Request request) {
        return routes.find(request).or(() -> open.find(request));
    }

    @Override
    public Response answer(Routes.Match match) {
        if (open.find(match.request()).isPresent()) {
            return match.route().handler().handle(match.request());
        }
        return switch (authorization.check(match.request())) {
            case ACCEPTED -> counted(match);
            case UNREADABLE -> CloudErrors.oauthRequired();
            case MISSING, REJECTED -> refused(match.request());
        };
    }

    /** An answer for points, where there is a quota; the one that spends the last of them is still given. */
    private Response counted(Routes.Match match) {
        PointsQuota quota = faults.cloud().quota();
        if (quota.isSpent()) {
            return tooManyRequests((int) quota.secondsLeft()).with("RateLimit-Reason", "confluence-quota-global-based");
        }
        Response answer = match.route().handler().handle(match.request());
        quota.spend(1L + answer.items());
        return answer;
    }

    private Response refused(Request request) {
        if (faults.isPublicSite() || faults.isAnonymousSite()) {
            return (faults.isPublicSite() ? publicRoutes : anonymousRoutes)
                    .find(request)
                    .map(match -> match.route().handler().handle(match.request()))
                    .orElseGet(() -> unknown(request));
        }
        return request.path().contains("v2")
                ? CloudErrors.v2(401, "UNAUTHORIZED", "Unauthorized", null)
                : CloudErrors.v1Forbidden();
    }

    @Override
    public Response unknown(Request request) {
        return request.path().contains("v2")
                ? CloudErrors.v2(404, "NOT_FOUND", "Not Found", null)
                : CloudErrors.v1(404, "null for uri: /" + String.join("/", request.path()));
    }

    @Override
    public Response tooManyRequests(int retryAfterSeconds) {
        return CloudErrors.v1(429, "Rate limit exceeded").with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    @Override
    public Response decorate(Response answer, TokenBucket bucket) {
        Response response = answer;
        for (Map.Entry<String, String> header : faults.cloud().quota().headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return response.with("atl-request-id", id.toString())
                .with("atl-traceid", id.toString().replace("-", ""))
                .with("x-confluence-request-time", Integer.toString(5 + random.nextInt(200)))
                .with("x-content-type-options", "nosniff");
    }
}
