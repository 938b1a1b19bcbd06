package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.CommentStore;
import dev.sluice.simulator.site.CommentView;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import java.util.function.Function;

/** Comments of REST v2: of the whole site with replies, of a page without, and the replies to one. */
final class CloudComments {

    private final SiteStore store;
    private final CommentStore comments;
    private final CloudPages pages;

    CloudComments(SiteStore store, CloudPages pages) {
        this.store = store;
        this.comments = new CommentStore(store);
        this.pages = pages;
    }

    void register(Routes routes) {
        register(routes, "footer-comments", false);
        register(routes, "inline-comments", true);
    }

    private void register(Routes routes, String kind, boolean inline) {
        routes.get("/api/v2/" + kind, request -> all(request, inline))
                .get("/api/v2/pages/{id}/" + kind, request -> of(pages.require(request), request, inline))
                .get("/api/v2/blogposts/{id}/" + kind, request -> of(pages.requireBlogPost(request), request, inline))
                .get("/api/v2/" + kind + "/{id}/children", request -> replies(request, inline));
    }

    private Response all(Request request, boolean inline) {
        CloudListing listing = pages.listing(request);
        return listing.answer(comments.all(inline, listing.slice()), shape(request));
    }

    private Response of(PageView page, Request request, boolean inline) {
        List<CommentView> roots = comments.of(page.id()).stream()
                .filter(comment -> comment.isInline() == inline && comment.parentId() == null)
                .toList();
        return pages.listing(request).answerFrom(roots, shape(request));
    }

    private Response replies(Request request, boolean inline) {
        CommentView parent = request.number("id")
                .flatMap(comments::find)
                .filter(comment -> comment.isInline() == inline)
                .orElseThrow(CloudErrors::notFound);
        List<CommentView> replies = comments.of(parent.pageId()).stream()
                .filter(comment -> Long.valueOf(parent.id()).equals(comment.parentId()))
                .toList();
        return pages.listing(request).answerFrom(replies, shape(request));
    }

    private Function<CommentView, JsonNode> shape(Request request) {
        boolean body = CloudPages.bodyAsked(request);
        return comment -> comment(comment, body);
    }

    private ObjectNode comment(CommentView comment, boolean withBody) {
        boolean onPost =
                store.content(comment.pageId()).filter(PageView::isBlogPost).isPresent();
        ObjectNode json = Json.object()
                .put("id", Long.toString(comment.id()))
                .put("status", "current")
                .put("title", comment.title())
                .put(onPost ? "blogPostId" : "pageId", Long.toString(comment.pageId()));
        if (comment.parentId() != null) {
            json.put("parentCommentId", Long.toString(comment.parentId()));
        }
        json.putObject("version")
                .put("number", comment.version())
                .put("message", "")
                .put("minorEdit", false)
                .put("authorId", CloudJson.account(comment.author()))
                .put("createdAt", CloudJson.time(comment.modifiedAt()));
        if (comment.isInline()) {
            json.put("resolutionStatus", comment.resolved() ? "resolved" : "open");
            json.putObject("properties")
                    .put("inlineMarkerRef", comment.marker())
                    .put("inlineOriginalSelection", comment.selection());
        }
        ObjectNode body = json.putObject("body");
        if (withBody) {
            body.putObject("storage").put("representation", "storage").put("value", comment.storage());
        }
        json.putObject("_links").put("webui", "/pages/" + comment.pageId() + "?focusedCommentId=" + comment.id());
        return json;
    }
}
