package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.ContentKind;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SiteStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What REST v2 tells about a page beside the page itself: its place in the tree, labels and history. */
final class CloudTree {

    private static final int VERSIONS_WITH_BODY = 50;
    private static final int DEEPEST = 10;

    private final SiteStore store;
    private final CloudPages pages;
    private final Supplier<String> baseUrl;

    private record Numbered(int number, Revision revision) {}

    CloudTree(SiteStore store, CloudPages pages, Supplier<String> baseUrl) {
        this.store = store;
        this.pages = pages;
        this.baseUrl = baseUrl;
    }

    void register(Routes routes) {
        for (ContentKind kind : ContentKind.values()) {
            if (kind != ContentKind.BLOG_POST) {
                registerTree(routes, kind);
            }
        }
        routes.get("/api/v2/pages/{id}/children", request -> children(request, ContentKind.PAGE))
                .get("/api/v2/pages/{id}/ancestors", this::ancestors)
                .get("/api/v2/pages/{id}/labels", request -> labels(pages.require(request), request))
                .get("/api/v2/blogposts/{id}/labels", request -> labels(pages.requireBlogPost(request), request))
                .get("/api/v2/pages/{id}/versions", this::versions);
    }

    private void registerTree(Routes routes, ContentKind kind) {
        String one = "/api/v2/" + kind.word() + "s/{id}";
        routes.get(one + "/direct-children", request -> children(request, kind))
                .get(one + "/descendants", request -> descendants(request, kind));
        if (kind.isContainer()) {
            routes.get(one, request -> Response.json(200, CloudJson.container(pages.require(request, kind))));
        }
    }

    private Response children(Request request, ContentKind kind) {
        PageView page = pages.require(request, kind);
        return pages.listing(request).answerFrom(store.children(page.id()), CloudJson::child);
    }

    private Response descendants(Request request, ContentKind kind) {
        PageView page = pages.require(request, kind);
        int depth = request.query()
                .one("depth")
                .map(text -> Numbers.parse(text)
                        .filter(value -> value >= 1 && value <= DEEPEST)
                        .orElseThrow(() -> CloudErrors.invalid("Provided value for 'depth' is out of range.", null))
                        .intValue())
                .orElse(2);
        return pages.listing(request).answerFrom(store.descendants(page.id(), depth), CloudJson::descendant);
    }

    /** The nearest ones when there are more than asked for; no cursor. */
    private Response ancestors(Request request) {
        List<PageView> above = store.ancestors(pages.require(request).id());
        int limit = pages.listing(request).limit();
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        above.subList(Math.max(0, above.size() - limit), above.size())
                .forEach(page -> results.addObject()
                        .put("id", Long.toString(page.id()))
                        .put("type", page.kind().word()));
        body.putObject("_links").put("base", baseUrl.get());
        return Response.json(200, body);
    }

    private Response labels(PageView page, Request request) {
        return pages.listing(request).answerFrom(page.labels(), CloudJson::label);
    }

    private Response versions(Request request) {
        PageView page = pages.require(request);
        List<Revision> history = store.revisions(page.id());
        List<Numbered> newestFirst = new ArrayList<>();
        for (int number = history.size(); number >= 1; number--) {
            newestFirst.add(new Numbered(number, history.get(number - 1)));
        }
        if (!CloudPages.bodyAsked(request)) {
            return pages.listing(request)
                    .answerFrom(newestFirst, each -> CloudJson.version(each.number, each.revision));
        }
        return pages.listing(request).atMost(VERSIONS_WITH_BODY).answerFrom(newestFirst, each -> {
            ObjectNode json = CloudJson.version(each.number, each.revision);
            ObjectNode holder =
                    json.putObject("page").put("title", each.revision.title()).put("id", Long.toString(page.id()));
            holder.putObject("body")
                    .putObject("storage")
                    .put("representation", "storage")
                    .put("value", store.storage(each.revision.body(), page.spaceKey()));
            return json;
        });
    }
}
