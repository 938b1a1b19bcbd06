package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.ContentStatus;
import dev.sluice.simulator.site.PageFilter;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content search of REST v1, as far as it finds pages by their ids. It positions by the cursor only, and its {@code
 * next} is relative to the base URL, unlike that of v2.
 */
final class CloudSearch {

    private static final Pattern IDS =
            Pattern.compile("(?i)\\s*(?:type\\s*=\\s*page\\s+and\\s+)?id\\s+in\\s*\\(([\\d\\s,]*)\\)\\s*");
    private static final int WITH_EXPANSION = 200;
    private static final int WITH_BODY = 50;
    private static final int DEFAULT_LIMIT = 25;

    private final SiteStore store;
    private final Supplier<String> baseUrl;
    private final IntSupplier listingCap;

    CloudSearch(SiteStore store, Supplier<String> baseUrl, IntSupplier listingCap) {
        this.store = store;
        this.baseUrl = baseUrl;
        this.listingCap = listingCap;
    }

    void register(Routes routes) {
        routes.get("/rest/api/content/search", this::search);
    }

    private Response search(Request request) {
        String cql = request.query().one("cql").orElse("");
        Matcher matcher = IDS.matcher(cql);
        if (!matcher.matches()) {
            return CloudErrors.v1(
                    400,
                    "com.atlassian.confluence.api.service.exceptions.BadRequestException: Could not parse cql : "
                            + cql);
        }
        List<Long> ids = List.of(matcher.group(1).replaceAll("\\s", "").split(",", -1)).stream()
                .flatMap(id -> Numbers.parse(id).stream())
                .toList();
        PageFilter current = new PageFilter(Set.of(), Set.of(ContentStatus.CURRENT), null, false);
        return answer(request, store.pages(ids, current));
    }

    private Response answer(Request request, List<PageView> found) {
        String expand = request.query().one("expand").orElse("");
        int from =
                request.query().one("cursor").flatMap(Numbers::parse).orElse(0L).intValue();
        int limit = Math.min(limit(request, expand), listingCap.getAsInt());
        int to = Math.min(from + limit, found.size());
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        found.subList(Math.min(from, to), to).forEach(page -> results.add(page(page, expand)));
        body.put("start", from).put("limit", limit).put("size", results.size());
        ObjectNode links = body.putObject("_links").put("base", baseUrl.get()).put("context", "/wiki");
        if (to < found.size()) {
            Query next = request.query().without("cursor").startingWith("cursor", Integer.toString(to));
            links.put("next", "/rest/api/content/search?" + next.encoded());
        }
        return Response.json(200, body);
    }

    private static int limit(Request request, String expand) {
        int asked = request.query()
                .one("limit")
                .flatMap(Numbers::parse)
                .orElse((long) DEFAULT_LIMIT)
                .intValue();
        return Math.min(asked, expand.contains("body") ? WITH_BODY : WITH_EXPANSION);
    }

    private static ObjectNode page(PageView page, String expand) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(page.id()))
                .put("type", "page")
                .put("status", page.status().word())
                .put("title", page.title());
        if (expand.contains("metadata.labels")) {
            ObjectNode labels = json.putObject("metadata").putObject("labels");
            ArrayNode results = labels.putArray("results");
            page.labels().forEach(label -> results.add(CloudJson.label(label).put("label", label)));
            labels.put("start", 0).put("limit", WITH_EXPANSION).put("size", results.size());
            labels.putObject("_links").put("self", "/rest/api/content/" + page.id() + "/label");
        }
        json.putObject("_links").put("webui", CloudJson.webui(page));
        return json;
    }
}
