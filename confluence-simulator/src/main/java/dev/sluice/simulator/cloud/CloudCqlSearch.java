package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.Cql;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import java.util.function.Supplier;

/** The search of REST v1: it goes by its cursor alone and ignores {@code start}. */
final class CloudCqlSearch {

    private static final String PATH = "/rest/api/search";
    private static final int DEFAULT_LIMIT = 25;

    private final SiteStore store;
    private final Supplier<String> baseUrl;
    private final SimulatorFaults faults;

    CloudCqlSearch(SiteStore store, Supplier<String> baseUrl, SimulatorFaults faults) {
        this.store = store;
        this.baseUrl = baseUrl;
        this.faults = faults;
    }

    void register(Routes routes) {
        routes.get(PATH, this::search);
    }

    private Response search(Request request) {
        String cql = request.query().one("cql").orElse("");
        if (cql.isBlank()) {
            return CloudErrors.v1(
                    400,
                    "com.atlassian.confluence.api.service.exceptions.BadRequestException: "
                            + "cql query parameter is required");
        }
        List<PageView> found;
        try {
            boolean archived = request.query()
                    .one("includeArchivedSpaces")
                    .filter("true"::equals)
                    .isPresent();
            found = store.search(Cql.parse(cql), archived, faults.listings().searchDelay());
        } catch (RuntimeException unreadable) {
            return CloudErrors.v1(
                    400,
                    "com.atlassian.confluence.api.service.exceptions.BadRequestException: " + "Could not parse cql : "
                            + cql);
        }
        int limit = request.query()
                .one("limit")
                .flatMap(Numbers::parse)
                .map(Long::intValue)
                .orElse(DEFAULT_LIMIT);
        int from = request.query()
                .one("cursor")
                .flatMap(Numbers::parse)
                .map(Long::intValue)
                .orElse(0);
        return answer(request, found, from, limit);
    }

    private Response answer(Request request, List<PageView> found, int from, int limit) {
        int start = Math.min(from, found.size());
        int end = Math.min(start + Math.min(limit, faults.listingCap()), found.size());
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        found.subList(start, end).forEach(page -> results.add(result(page)));
        body.put("start", start)
                .put("limit", limit)
                .put("size", end - start)
                .put("totalSize", found.size())
                .put("searchDuration", 1)
                .put("cqlQuery", request.query().one("cql").orElse(""));
        ObjectNode links = body.putObject("_links").put("base", baseUrl.get()).put("context", "/wiki");
        if (end < found.size()) {
            Query next = request.query().without("cursor").without("start");
            links.put(
                    "next",
                    PATH + "?"
                            + next.startingWith("cursor", Integer.toString(end)).encoded());
        }
        return Response.json(200, body);
    }

    private static ObjectNode result(PageView page) {
        ObjectNode json = Json.object();
        json.putObject("content")
                .put("id", Long.toString(page.id()))
                .put("type", page.kind().word())
                .put("status", page.status().word())
                .put("title", page.title());
        json.putArray("breadcrumbs");
        return json.put("title", page.title())
                .put("iconCssClass", "content-type-" + page.kind().word())
                .put("excerpt", "")
                .put("url", CloudJson.webui(page))
                .put("entityType", "content")
                .put("lastModified", CloudJson.time(page.modifiedAt() / 1000 * 1000));
    }
}
