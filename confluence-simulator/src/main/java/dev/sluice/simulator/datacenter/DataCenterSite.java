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
import dev.sluice.simulator.site.SpaceView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A Confluence Data Center node under a context path. */
public final class DataCenterSite implements SiteApi {

    private static final String USER_HEADER = "X-AUSERNAME";

    private final SimulatorFaults faults;
    private final Authorization authorization;
    private final DataCenterLinks links;
    private final Routes routes;
    private final Routes anonymousRoutes;
    private final Routes publicRoutes;
    private final Routes open = new Routes(Mode.DATA_CENTER.contextPath());

    /**
     * Makes a node.
     *
     * @param baseUrl with the context path, without a slash at the end; asked once the server is started
     */
    public DataCenterSite(
            SiteStore store, SimulatorFaults faults, Authorization authorization, Supplier<String> baseUrl) {
        this.faults = faults;
        this.authorization = authorization;
        this.links = new DataCenterLinks(baseUrl, faults);
        this.routes = routes(store, DataCenterJson.user(0))
                .get("/rest/api/server-information", request -> serverInformation());
        SiteStore nothing = new SiteStore(SiteShape.empty(), Mode.DATA_CENTER);
        ObjectNode nobody = Json.object().put("type", "anonymous").put("displayName", "Anonymous");
        this.anonymousRoutes = routes(nothing, nobody);
        this.publicRoutes = routes(store, nobody);
        open.get("/login.action", request -> DataCenterErrors.loginPage());
    }

    private Routes routes(SiteStore store, ObjectNode currentUser) {
        Routes registered = new Routes(Mode.DATA_CENTER.contextPath());
        new DataCenterContent(store, links).register(registered);
        new DataCenterAttachments(store, links).register(registered);
        new DataCenterComments(store, links).register(registered);
        DataCenterJson shapes = new DataCenterJson(store, links);
        return registered
                .get("/rest/api/space", request -> spaces(store, shapes, request))
                .get("/rest/api/space/{spaceKey}", request -> space(store, shapes, request))
                .get("/rest/api/user/current", request -> Response.json(200, currentUser))
                .get("/rest/api/user", DataCenterSite::user);
    }

    private Response spaces(SiteStore store, DataCenterJson shapes, Request request) {
        Expansions expand = Expansions.of(request, "");
        List<SpaceView> found = store.spaces().stream()
                .filter(space -> asked(request, "spaceKey", space.key()) && asked(request, "spaceKeys", space.key()))
                .filter(space -> asked(request, "type", space.type()) && asked(request, "status", space.status()))
                .toList();
        return new OffsetListing(request, links, 25, expand.cap())
                .answerFrom(found, space -> shapes.space(space, expand));
    }

    private static boolean asked(Request request, String parameter, String value) {
        List<String> values = request.query().all(parameter);
        return values.isEmpty() || values.contains(value);
    }

    private static Response space(SiteStore store, DataCenterJson shapes, Request request) {
        String key = request.variable("spaceKey");
        return store.space(key)
                .map(space -> Response.json(200, shapes.space(space, Expansions.of(request, ""))))
                .orElseThrow(() -> DataCenterErrors.notFound("No space with key : " + key));
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

    /** Tells the state of the token bucket, as Data Center does on every answer to a limited user. */
    @Override
    public Response decorate(Response response, TokenBucket bucket) {
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
