package dev.sluice.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.RequestStatistics.Host;
import dev.sluice.simulator.http.Handler;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.http.SimulatorServer;
import dev.sluice.simulator.http.SimulatorServer.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints under {@code /simulator}, by which another process changes the site, sets faults and reads statistics.
 * They take JSON objects, need no credentials, and are neither delayed nor counted.
 */
final class AdminApi {

    private static final String PREFIX = "simulator";

    private final Routes routes = new Routes("/" + PREFIX);
    private final SimulatedSite site;

    AdminApi(SimulatedSite site, SimulatorFaults faults, RequestStatistics statistics) {
        this.site = site;
        registerReads();
        registerPageChanges();
        registerOtherChanges();
        registerComments();
        routes.get("/faults", request -> Response.json(200, Json.tree(faults.settings())))
                .post("/faults", change(body -> FaultSettings.apply(body, faults)))
                .post("/faults/clear", change(body -> faults.clear()))
                .get("/statistics", request -> Response.json(200, statistics(statistics)))
                .post("/statistics/reset", change(body -> statistics.reset()));
    }

    private void registerReads() {
        routes.get("/spaces", request -> Response.json(200, Json.tree(site.spaceKeys())))
                .get(
                        "/spaces/{key}/pages",
                        request -> Response.json(200, Json.tree(site.pageIds(request.variable("key")))))
                .get(
                        "/spaces/{key}/blogposts",
                        request -> Response.json(200, Json.tree(site.blogPostIds(request.variable("key")))))
                .get("/pages/{id}", request -> Response.json(200, Json.tree(site.page(request.variable("id")))))
                .get(
                        "/pages/{id}/attachments",
                        request -> Response.json(200, Json.tree(site.attachments(request.variable("id")))));
    }

    private void registerPageChanges() {
        routes.post("/editPage", change(b -> site.editPage(text(b, "id"), text(b, "storage"))))
                .post("/appendToPage", change(b -> site.appendToPage(text(b, "id"), text(b, "text"))))
                .post("/identicalPut", change(b -> site.identicalPut(text(b, "id"))))
                .post("/renamePage", change(b -> site.renamePage(text(b, "id"), text(b, "title"))))
                .post("/movePage", change(b -> site.movePage(text(b, "id"), text(b, "parentId"))))
                .post("/movePageByPut", change(b -> site.movePageByPut(text(b, "id"), text(b, "parentId"))))
                .post(
                        "/restoreVersion",
                        change(b -> site.restoreVersion(
                                text(b, "id"), b.path("number").asInt())))
                .post("/createPage", creation(this::createPage))
                .post(
                        "/createBlogPost",
                        creation(b -> site.createBlogPost(text(b, "spaceKey"), text(b, "title"), text(b, "storage"))))
                .post("/trashPage", change(b -> site.trashPage(text(b, "id"))))
                .post("/restorePage", change(b -> site.restorePage(text(b, "id"))))
                .post("/purgePage", change(b -> site.purgePage(text(b, "id"))))
                .post("/restrictPage", change(b -> site.restrictPage(text(b, "id"))))
                .post("/unrestrictPage", change(b -> site.unrestrictPage(text(b, "id"))))
                .post("/archivePage", change(b -> site.archivePage(text(b, "id"))))
                .post("/unarchivePage", change(b -> site.unarchivePage(text(b, "id"))));
    }

    private void registerOtherChanges() {
        routes.post("/deleteHistoricalVersion", change(b -> site.deleteHistoricalVersion(text(b, "id"))))
                .post("/addLabel", change(b -> site.addLabel(text(b, "id"), text(b, "label"))))
                .post("/setProperty", creation(b -> site.setProperty(text(b, "id"), text(b, "key"), b.path("value"))))
                .post("/removeLabel", change(b -> site.removeLabel(text(b, "id"), text(b, "label"))))
                .post("/addAttachment", creation(b -> site.addAttachment(text(b, "id"), text(b, "fileName"), bytes(b))))
                .post("/newAttachmentVersion", change(b -> site.newAttachmentVersion(text(b, "id"), bytes(b))))
                .post("/renameAttachment", change(b -> site.renameAttachment(text(b, "id"), text(b, "fileName"))))
                .post("/moveAttachment", change(b -> site.moveAttachment(text(b, "id"), text(b, "pageId"))))
                .post("/renameSpace", change(b -> site.renameSpace(text(b, "key"), text(b, "name"))))
                .post("/deleteAttachment", change(b -> site.deleteAttachment(text(b, "id"))))
                .post(
                        "/createContainer",
                        creation(b -> site.createContainer(
                                text(b, "kind"), text(b, "spaceKey"), optional(b, "parentId"), text(b, "title"))))
                .post("/archiveSpace", change(b -> site.archiveSpace(text(b, "key"))))
                .post("/createSpace", creation(b -> site.createSpace(text(b, "key"), text(b, "name"))));
    }

    private void registerComments() {
        routes.get(
                        "/pages/{id}/comments",
                        request -> Response.json(200, Json.tree(site.commentIds(request.variable("id")))))
                .post(
                        "/addInlineComment",
                        creation(b -> b.has("storage")
                                ? site.addInlineComment(text(b, "id"), text(b, "storage"))
                                : site.addInlineComment(text(b, "id"))))
                .post("/addComment", creation(this::addComment))
                .post("/editComment", change(b -> site.editComment(text(b, "id"), text(b, "storage"))))
                .post("/deleteComment", change(b -> site.deleteComment(text(b, "id"))))
                .post("/resolveComment", change(b -> site.resolveComment(text(b, "id"))))
                .post("/reopenComment", change(b -> site.reopenComment(text(b, "id"))));
    }

    private String addComment(ObjectNode body) {
        @Nullable String parent = body.hasNonNull("parentId") ? text(body, "parentId") : null;
        return site.addComment(text(body, "id"), parent, text(body, "storage"));
    }

    private String createPage(ObjectNode body) {
        return site.createPage(
                text(body, "spaceKey"), optional(body, "parentId"), text(body, "title"), text(body, "storage"));
    }

    private static @Nullable String optional(ObjectNode body, String name) {
        return body.hasNonNull(name) ? text(body, name) : null;
    }

    private static Handler change(Consumer<ObjectNode> change) {
        return request -> {
            change.accept(Json.parseObject(request.body()));
            return Response.json(200, Json.object());
        };
    }

    private static Handler creation(Function<ObjectNode, String> creation) {
        return request -> Response.json(200, Json.object().put("id", creation.apply(Json.parseObject(request.body()))));
    }

    private static String text(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException("missing: " + name);
        }
        return value.asText();
    }

    /** The bytes of a file: {@code base64}, or plain {@code text}. */
    private static byte[] bytes(ObjectNode body) {
        return body.has("base64")
                ? Base64.getDecoder().decode(text(body, "base64"))
                : text(body, "text").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode statistics(RequestStatistics statistics) {
        ObjectNode json = Json.object().put("bodies", statistics.bodies()).put("binaries", statistics.binaries());
        for (Map.Entry<String, Host> host :
                Map.of("site", Host.SITE, "media", Host.MEDIA).entrySet()) {
            json.putObject(host.getKey())
                    .put("requests", statistics.requests(host.getValue()))
                    .set("endpoints", Json.tree(statistics.byEndpoint(host.getValue())));
        }
        return json;
    }

    /** Serves the simulator's own endpoints, and leaves all others to the service. */
    SimulatorServer.Service before(SimulatorServer.Service service) {
        return request ->
                request.path().getFirst().equals(PREFIX) ? new Delivery.Whole(answer(request)) : service.serve(request);
    }

    private Response answer(Request request) {
        try {
            return routes.find(request)
                    .map(match -> match.route().handler().handle(match.request()))
                    .orElseGet(() -> error(404, "no such endpoint"));
        } catch (IllegalArgumentException wrong) {
            return error(400, wrong.getMessage());
        } catch (IllegalStateException refused) {
            return error(409, refused.getMessage());
        }
    }

    private static Response error(int status, @Nullable String message) {
        return Response.json(status, Json.object().put("message", message));
    }
}
