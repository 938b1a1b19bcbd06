package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.SiteShape;
import dev.sluice.simulator.content.People;
import dev.sluice.simulator.http.Authorization;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.http.TokenBucket;
import dev.sluice.simulator.site.SiteStore;
import java.util.Optional;
import java.util.stream.IntStream;

/** A Confluence Data Center node under a context path. */
final class DataCenterSite implements SiteApi {

    private static final String USER_HEADER = "X-AUSERNAME";

    private final String node;
    private final SimulatorFaults faults;
    private final Authorization authorization;
    private final V1Links links;
    private final Routes routes;
    private final Routes anonymousRoutes;
    private final Routes publicRoutes;
    private final Routes open = new Routes(Mode.DATA_CENTER.contextPath());

    DataCenterSite(String node, SiteStore store, Authorization authorization, V1Links links, Webhooks webhooks) {
        this.node = node;
        this.faults = links.faults();
        this.authorization = authorization;
        this.links = links;
        this.routes = routes(store, DataCenterJson.user(0))
                .get("/rest/api/server-information", request -> serverInformation());
        webhooks.register(routes);
        SiteStore nothing = new SiteStore(SiteShape.empty(), Mode.DATA_CENTER);
        ObjectNode nobody = Json.object().put("type", "anonymous").put("displayName", "Anonymous");
        this.anonymousRoutes = routes(nothing, nobody);
        this.publicRoutes = routes(store, nobody);
        open.get("/login.action", request -> DataCenterErrors.loginPage());
    }

    private Routes routes(SiteStore store, ObjectNode currentUser) {
        return V1Reads.register(store, links, new Routes(Mode.DATA_CENTER.contextPath()))
                .get("/rest/api/user/current", request -> Response.json(200, currentUser))
                .get("/rest/api/user", DataCenterSite::user);
    }

    private static Response user(Request request) {
        Optional<Integer> byKey = request.query().one("key").flatMap(key -> People.find(Mode.DATA_CENTER, key));
        Optional<Integer> found = byKey.or(() -> request.query()
                .one("username")
                .flatMap(name -> IntStream.range(0, People.COUNT)
                        .boxed()
                        .filter(index -> People.userName(index).equals(name))
                        .findFirst()));
        return found.map(index -> Response.json(200, DataCenterJson.user(index)))
                .orElseThrow(() -> DataCenterErrors.notFound("No user found"));
    }

    private Response serverInformation() {
        return Response.json(
                200,
                Json.object()
                        .put("title", "Simulated Confluence")
                        .put("version", "10.0.3")
                        .put("buildNumber", 10010)
                        .put("baseUrl", links.base()));
    }

    @Override
    public Optional<Routes.Match> find(Request request) {
        return open.find(request).or(() -> routes.find(request));
    }

    @Override
    public Response answer(Routes.Match match) {
        Request request = match.request();
        if (open.find(request).isPresent()) {
            return match.route().handler().handle(request);
        }
        if (authorization.check(request) == Authorization.Verdict.ACCEPTED) {
            return match.route().handler().handle(request).with(USER_HEADER, People.userName(0));
        }
        return refused(request).with(USER_HEADER, "anonymous");
    }

    private Response refused(Request request) {
        if (faults.isPublicSite() || faults.isAnonymousSite()) {
            return (faults.isPublicSite() ? publicRoutes : anonymousRoutes)
                    .find(request)
                    .map(match -> match.route().handler().handle(match.request()))
                    .orElseGet(DataCenterErrors::unauthorised);
        }
        if (faults.showsLoginPage()) {
            String destination = "/"
                    + String.join("/", request.path().subList(1, request.path().size()));
            return Response.redirect(links.base() + "/login.action?os_destination=" + Query.encode(destination));
        }
        return DataCenterErrors.unauthorised();
    }

    @Override
    public Response unknown(Request request) {
        return DataCenterErrors.error(404, "Not Found", "null for uri: /" + String.join("/", request.path()));
    }

    @Override
    public Response tooManyRequests(int retryAfterSeconds) {
        return DataCenterErrors.error(429, "Too Many Requests", "Rate limited.")
                .with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** Tells which node it is and the state of its token bucket, as Data Center does on every answer to a limited user. */
    @Override
    public Response decorate(Response answer, TokenBucket bucket) {
        Response response = answer.with("X-ANODEID", node);
        if (!bucket.isLimited()) {
            return response;
        }
        Response told = response.with("X-RateLimit-Limit", Integer.toString(bucket.capacity()))
                .with("X-RateLimit-Remaining", Integer.toString(bucket.remaining()))
                .with("X-RateLimit-Interval-Seconds", "1")
                .with("X-RateLimit-FillRate", Long.toString(Math.max(1, Math.round(bucket.perSecond()))));
        return response.headers().containsKey("Retry-After") ? told : told.with("Retry-After", "0");
    }
}
