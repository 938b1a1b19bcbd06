package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.CommentStore;
import dev.sluice.simulator.site.CommentView;
import dev.sluice.simulator.site.SiteStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comments of Data Center: the listing of a page, and those that come inside a page. */
final class DataCenterComments {

    private static final int INSIDE = 25;

    private final SiteStore store;
    private final CommentStore comments;
    private final V1Links links;

    DataCenterComments(SiteStore store, V1Links links) {
        this.store = store;
        this.comments = new CommentStore(store);
        this.links = links;
    }

    void register(Routes routes) {
        routes.get("/rest/api/content/{id}/child/comment", this::ofPage);
    }

    private Response ofPage(Request request) {
        long page = request.number("id")
                .filter(id -> store.content(id).isPresent())
                .orElseThrow(() -> DataCenterErrors.noContent(request.variable("id")));
        Expansions expand = Expansions.of(request, "");
        boolean deep = request.query().one("depth").filter("all"::equals).isPresent();
        Set<String> locations = Set.copyOf(request.query().all("location"));
        List<CommentView> found = comments.of(page).stream()
                .filter(comment -> deep || comment.parentId() == null)
                .filter(comment -> locations.isEmpty() || locations.contains(location(comment)))
                .toList();
        return new OffsetListing(request, links, 25, expand.cap())
                .answerFrom(found, comment -> comment(comment, expand));
    }

    private static String location(CommentView comment) {
        return comment.resolved() ? "resolved" : comment.isInline() ? "inline" : "footer";
    }

    /** The first comments of a page, replies too, as they come inside the page. */
    ObjectNode inside(long pageId, Expansions expand) {
        int most = Math.min(INSIDE, links.listingCap());
        List<CommentView> all = comments.of(pageId);
        List<CommentView> shown = all.subList(0, Math.min(all.size(), most));
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        shown.forEach(comment -> results.add(comment(comment, expand)));
        json.put("start", 0).put("limit", most).put("size", shown.size());
        String path = "/rest/api/content/" + pageId + "/descendant/comment";
        ObjectNode linked = json.putObject("_links").put("self", links.base() + path);
        if (all.size() > shown.size()) {
            linked.put("next", path + "?limit=" + most + "&start=" + most);
        }
        return json;
    }

    private ObjectNode comment(CommentView comment, Expansions expand) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(comment.id()))
                .put("type", "comment")
                .put("status", "current")
                .put("title", comment.title());
        if (expand.has("version")) {
            json.putObject("version")
                    .put("when", DataCenterJson.time(comment.modifiedAt()))
                    .put("message", "")
                    .put("number", comment.version())
                    .put("minorEdit", false)
                    .set("by", DataCenterJson.user(comment.author()));
        }
        if (expand.has("ancestors")) {
            ArrayNode above = json.putArray("ancestors");
            ancestors(comment)
                    .forEach(
                            id -> above.addObject().put("id", Long.toString(id)).put("type", "comment"));
        }
        ObjectNode extensions = json.putObject("extensions").put("location", comment.isInline() ? "inline" : "footer");
        if (comment.isInline() && expand.has("extensions.inlineProperties")) {
            extensions
                    .putObject("inlineProperties")
                    .put("originalSelection", comment.selection())
                    .put("markerRef", comment.marker());
        }
        if (expand.has("extensions.resolution")) {
            extensions.putObject("resolution").put("status", comment.resolved() ? "resolved" : "open");
        }
        if (expand.has("body.storage")) {
            json.putObject("body")
                    .putObject("storage")
                    .put("value", comment.storage())
                    .put("representation", "storage");
        }
        return json;
    }

    /** From the top down. */
    private List<Long> ancestors(CommentView comment) {
        List<Long> above = new ArrayList<>();
        @Nullable Long parent = comment.parentId();
        while (parent != null) {
            above.addFirst(parent);
            parent = comments.find(parent).map(CommentView::parentId).orElse(null);
        }
        return above;
    }
}
