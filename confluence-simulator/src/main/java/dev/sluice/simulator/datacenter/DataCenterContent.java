package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.ContentKind;
import dev.sluice.simulator.site.ContentStatus;
import dev.sluice.simulator.site.PageFilter;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.Position;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.Slice;
import dev.sluice.simulator.site.Sorting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages and blog posts of Data Center: listings by offset and by cursor, multi-get, search by id, single reads. */
final class DataCenterContent {

    private static final Pattern IDS = Pattern.compile(
            "(?i)\\s*(?:type\\s*=\\s*\"?(page|blogpost)\"?\\s+and\\s+)?(?:id|content)\\s*(?:in\\s*\\(([\\d\\s,\"]*)\\)|=\\s*(\\d+))"
                    + "(?:\\s+and\\s+type\\s*=\\s*\"?(page|blogpost)\"?)?\\s*(?:order\\s+by\\s+.*)?");
    private static final Pattern CURSOR = Pattern.compile("content:(true|false):(\\d{1,18})");
    private static final String SINGLE_DEFAULT = "history,space,version";

    private final SiteStore store;
    private final V1Links links;
    private final DataCenterJson shapes;

    DataCenterContent(SiteStore store, V1Links links) {
        this.store = store;
        this.links = links;
        this.shapes = new DataCenterJson(store, links);
    }

    void register(Routes routes) {
        routes.get("/rest/api/content", this::pages)
                .get("/rest/api/content/scan", this::scan)
                .get("/rest/api/content/search", this::search)
                .get("/rest/api/search", new DataCenterSearch(store, links)::site)
                .get("/rest/api/content/{id}", this::page)
                .get("/rest/api/content/{id}/child/page", request -> below(request, 1))
                .get("/rest/api/content/{id}/descendant/page", request -> below(request, Integer.MAX_VALUE))
                .get("/rest/api/content/{id}/label", this::labels)
                .get("/rest/api/space/{spaceKey}/content/page", request -> ofSpace(request, ContentKind.PAGE))
                .get("/rest/api/space/{spaceKey}/content/blogpost", request -> ofSpace(request, ContentKind.BLOG_POST));
    }

    private Response pages(Request request) {
        Expansions expand = Expansions.of(request, "");
        OffsetListing listing = new OffsetListing(request, links, 25, expand.cap());
        List<String> ids =
                links.faults().isIgnoringIds() ? List.of() : request.query().all("ids");
        PageFilter filter = filter(request, request.query().one("spaceKey").orElse(null));
        if (!ids.isEmpty()) {
            return listing.answerFrom(ofAnyKind(ids, filter), page -> shapes.page(page, expand));
        }
        if (kind(request).isEmpty()) {
            return listing.answer(List.<PageView>of(), page -> shapes.page(page, expand));
        }
        return listing.answer(store.pages(filter, listing.slice()), page -> shapes.page(page, expand));
    }

    /** By ids, content is found whatever its type. */
    private List<PageView> ofAnyKind(List<String> ids, PageFilter filter) {
        return Arrays.stream(ContentKind.values())
                .flatMap(kind -> store.pages(numbers(ids), filter.of(kind)).stream())
                .toList();
    }

    private Response ofSpace(Request request, ContentKind kind) {
        Expansions expand = Expansions.of(request, "");
        OffsetListing listing = new OffsetListing(request, links, 25, expand.cap());
        PageFilter filter = filter(request, request.variable("spaceKey")).of(kind);
        return listing.answer(store.pages(filter, listing.slice()), page -> shapes.page(page, expand));
    }

    /** What is asked for; empty for types of content that the simulator does not have. */
    private static Optional<ContentKind> kind(Request request) {
        return kind(request.query().one("type").orElse("page"));
    }

    private static Optional<ContentKind> kind(String word) {
        return Arrays.stream(ContentKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    private PageFilter filter(Request request, @Nullable String spaceKey) {
        Set<Long> spaces = Set.of();
        if (spaceKey != null) {
            spaces = Set.of(store.space(spaceKey)
                    .orElseThrow(() -> DataCenterErrors.notFound("No space with key : " + spaceKey))
                    .id());
        }
        boolean rootsOnly = request.query().one("depth").filter("root"::equals).isPresent();
        return new PageFilter(
                        spaces, statuses(request), request.query().one("title").orElse(null), rootsOnly)
                .of(kind(request).orElse(ContentKind.PAGE))
                .settledFor(links.listingDelay());
    }

    private static Set<ContentStatus> statuses(Request request) {
        return switch (request.query().one("status").orElse("current")) {
            case "current" -> Set.of(ContentStatus.CURRENT);
            case "archived" -> Set.of(ContentStatus.ARCHIVED);
            case "trashed" -> Set.of(ContentStatus.TRASHED);
            case "any" -> Set.of(ContentStatus.CURRENT, ContentStatus.TRASHED);
            case "historical", "draft" -> Set.of();
            default -> throw DataCenterErrors.invalid("Unknown content status");
        };
    }

    private static List<Long> numbers(List<String> ids) {
        return ids.stream()
                .map(id -> Numbers.parse(id).orElseThrow(() -> DataCenterErrors.invalid("not an id: " + id)))
                .toList();
    }

    private Response scan(Request request) {
        Expansions expand = Expansions.of(request, "");
        long asked = OffsetListing.number(request, "limit", 25);
        int limit = (int) Math.min(asked, Math.min(expand.cap(), links.listingCap()));
        Position after =
                request.query().one("cursor").map(DataCenterContent::position).orElse(null);
        PageFilter filter = filter(request, request.query().one("spaceKey").orElse(null));
        List<PageView> found = kind(request).isPresent()
                ? store.pages(filter, new Slice(Sorting.BY_ID, after, 0, limit + 1))
                : List.of();
        List<PageView> shown = found.subList(0, Math.min(found.size(), limit));
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        shown.forEach(page -> results.add(shapes.page(page, expand)));
        body.put("cursor", request.query().one("cursor").orElse("content:false:0"));
        body.put("limit", limit).put("size", shown.size());
        ObjectNode linked = body.putObject("_links").put("self", links.base() + "/rest/api/content/scan");
        if (found.size() > shown.size() && !shown.isEmpty()) {
            String next = "content:false:" + shown.getLast().id();
            Query query = request.query().without("cursor").startingWith("cursor", next);
            body.put("nextCursor", next);
            linked.put("next", "/rest/api/content/scan?" + query.encoded());
        }
        links.addTo(linked);
        return Response.json(200, body);
    }

    private static Position position(String cursor) {
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw DataCenterErrors.invalid("Invalid cursor: " + cursor);
        }
        return new Position(matcher.group(2), Long.parseLong(matcher.group(2)));
    }

    private Response search(Request request) {
        String cql = request.query().one("cql").orElse("");
        Matcher matcher = IDS.matcher(cql);
        if (!matcher.matches()) {
            return new DataCenterSearch(store, links).content(request);
        }
        Expansions expand = Expansions.of(request, "");
        String list = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        String type = matcher.group(1) == null ? matcher.group(4) : matcher.group(1);
        List<String> ids = List.of(list.replaceAll("[\\s\"]", "").split(",", -1));
        PageFilter filter = new PageFilter(Set.of(), Set.of(ContentStatus.CURRENT), null, false);
        List<PageView> found = type == null
                ? ofAnyKind(ids, filter)
                : store.pages(
                        numbers(ids),
                        filter.of(kind(type.toLowerCase(Locale.ROOT)).orElseThrow()));
        return new OffsetListing(request, links, 25, expand.cap()).answerFrom(found, page -> shapes.page(page, expand));
    }

    private Response page(Request request) {
        PageView page = require(request, statuses(request));
        return Response.json(200, shapes.page(page, Expansions.of(request, SINGLE_DEFAULT)));
    }

    private Response below(Request request, int depth) {
        PageView page = require(request, Set.of(ContentStatus.CURRENT));
        Expansions expand = Expansions.of(request, "");
        List<PageView> found = store.descendants(page.id(), depth).stream()
                .map(SiteStore.Descendant::page)
                .filter(each -> each.status() == ContentStatus.CURRENT)
                .toList();
        return new OffsetListing(request, links, 25, expand.cap()).answerFrom(found, each -> shapes.page(each, expand));
    }

    private Response labels(Request request) {
        PageView page = require(request, Set.of(ContentStatus.CURRENT));
        return new OffsetListing(request, links, 200, 200).answerFrom(page.labels(), DataCenterJson::label);
    }

    private PageView require(Request request, Set<ContentStatus> statuses) {
        return request.number("id")
                .flatMap(store::content)
                .filter(page -> statuses.contains(page.status()))
                .orElseThrow(() -> DataCenterErrors.noContent(request.variable("id")));
    }
}
