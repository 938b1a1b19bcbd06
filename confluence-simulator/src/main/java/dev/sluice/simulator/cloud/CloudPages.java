package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.ContentKind;
import dev.sluice.simulator.site.ContentStatus;
import dev.sluice.simulator.site.PageFilter;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteStore;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Pages of REST v2: listings, multi-get, single reads. */
final class CloudPages {

    static final Set<ContentStatus> LISTED = Set.of(ContentStatus.CURRENT, ContentStatus.ARCHIVED);
    private static final int MOST_IDS = 250;
    private static final int MOST_SPACES = 100;

    private final SiteStore store;
    private final Supplier<String> baseUrl;
    private final SimulatorFaults faults;

    CloudPages(SiteStore store, Supplier<String> baseUrl, SimulatorFaults faults) {
        this.store = store;
        this.baseUrl = baseUrl;
        this.faults = faults;
    }

    void register(Routes routes) {
        routes.get("/api/v2/pages", request -> all(request, ContentKind.PAGE))
                .get("/api/v2/pages/{id}", this::page)
                .get("/api/v2/spaces/{id}/pages", request -> ofSpace(request, ContentKind.PAGE))
                .get("/api/v2/blogposts", request -> all(request, ContentKind.BLOG_POST))
                .get("/api/v2/blogposts/{id}", this::blogPost)
                .get("/api/v2/spaces/{id}/blogposts", request -> ofSpace(request, ContentKind.BLOG_POST));
    }

    CloudListing listing(Request request) {
        return listing(request, 25);
    }

    CloudListing listing(Request request, int defaultLimit) {
        int cap = bodyAsked(request)
                ? Math.min(faults.listingCap(), faults.listings().bodyCap())
                : faults.listingCap();
        return new CloudListing(
                request,
                new CloudListing.Site(baseUrl.get(), cap, faults.listings().cursorLifetime()),
                defaultLimit);
    }

    private Response all(Request request, ContentKind kind) {
        CloudListing listing = listing(request);
        Function<PageView, JsonNode> shape = shape(request);
        PageFilter filter = filter(request, ids(request, "space-id", MOST_SPACES), false)
                .of(kind)
                .settledFor(faults.listings().delay());
        if (request.query().count("id") == 0) {
            return listing.answer(store.pages(filter, listing.slice()), shape);
        }
        List<PageView> found = store.pages(ids(request, "id", MOST_IDS), filter);
        return listing.answerFrom(found, shape);
    }

    private Response ofSpace(Request request, ContentKind kind) {
        CloudListing listing = listing(request);
        boolean rootsOnly = request.query().one("depth").filter("root"::equals).isPresent();
        PageFilter filter = filter(request, Set.of(spaceId(request)), rootsOnly)
                .of(kind)
                .settledFor(faults.listings().delay());
        return listing.answer(store.pages(filter, listing.slice()), shape(request));
    }

    private Response page(Request request) {
        return single(request, require(request));
    }

    private Response blogPost(Request request) {
        return single(request, requireBlogPost(request));
    }

    private Response single(Request request, PageView page) {
        ObjectNode json = CloudJson.page(page);
        if (bodyAsked(request)) {
            CloudJson.withBody(json, page, store);
        }
        if (request.query().one("include-labels").filter("true"::equals).isPresent()) {
            ObjectNode labels = json.putObject("labels");
            page.labels().forEach(label -> labels.withArray("results").add(CloudJson.label(label)));
            labels.putObject("meta").put("hasMore", false);
            labels.putObject("_links").put("self", "/api/v2/" + page.kind().word() + "s/" + page.id() + "/labels");
        }
        return Response.json(200, json);
    }

    /** The page of a route with {@code {id}}; 404 when it is not there or not visible. */
    PageView require(Request request) {
        return require(request, ContentKind.PAGE);
    }

    PageView requireBlogPost(Request request) {
        return require(request, ContentKind.BLOG_POST);
    }

    PageView require(Request request, ContentKind kind) {
        return request.number("id").flatMap(id -> store.content(id, kind)).orElseThrow(CloudErrors::notFound);
    }

    private long spaceId(Request request) {
        return request.number("id")
                .flatMap(store::space)
                .orElseThrow(CloudErrors::notFound)
                .id();
    }

    private static PageFilter filter(Request request, Collection<Long> spaces, boolean rootsOnly) {
        return new PageFilter(
                Set.copyOf(spaces),
                statuses(request, LISTED),
                request.query().one("title").orElse(null),
                rootsOnly);
    }

    /** The statuses asked for; what is deleted for good is never found. */
    static Set<ContentStatus> statuses(Request request, Set<ContentStatus> otherwise) {
        List<String> words = request.query().all("status");
        if (words.isEmpty()) {
            return otherwise;
        }
        Set<ContentStatus> statuses = EnumSet.noneOf(ContentStatus.class);
        for (String word : words) {
            switch (word) {
                case "current" -> statuses.add(ContentStatus.CURRENT);
                case "archived" -> statuses.add(ContentStatus.ARCHIVED);
                case "trashed" -> statuses.add(ContentStatus.TRASHED);
                case "deleted" -> {
                    // What is purged leaves no trace here.
                }
                default -> throw CloudErrors.wrongType("status", "ContentStatus", "unknown status: " + word);
            }
        }
        return statuses;
    }

    private static Set<Long> ids(Request request, String name, int most) {
        Set<Long> ids = new HashSet<>();
        for (String text : request.query().all(name)) {
            ids.add(Numbers.parse(text).orElseThrow(() -> CloudErrors.wrongType(name, "long", "not an id: " + text)));
        }
        if (ids.size() > most) {
            throw CloudErrors.invalid("Too many values for '" + name + "'.", "at most " + most);
        }
        return ids;
    }

    private Function<PageView, JsonNode> shape(Request request) {
        return bodyAsked(request)
                ? page -> CloudJson.withBody(CloudJson.page(page), page, store)
                : page -> page.isBlogPost()
                        ? CloudJson.page(page)
                        : CloudJson.page(page).put("subtype", "page");
    }

    static boolean bodyAsked(Request request) {
        String format = request.query().one("body-format").orElse("");
        if (!format.isEmpty() && !format.equals("storage")) {
            throw CloudErrors.wrongType("body-format", "BodyRepresentation", "the simulator has storage format only");
        }
        return !format.isEmpty();
    }

    /** Types of ids: a page, a blog post, or nothing that is visible. */
    Response types(Request request) {
        ObjectNode body = Json.object();
        ObjectNode results = body.putObject("results");
        for (JsonNode id : Json.parseObject(request.body()).path("contentIds")) {
            results.put(
                    id.asText(),
                    Numbers.parse(id.asText())
                            .flatMap(store::content)
                            .map(content -> content.kind().word())
                            .orElse(null));
        }
        return Response.json(200, body);
    }
}
