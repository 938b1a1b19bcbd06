package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The comments on pages of Data Center. */
final class DataCenterComments {

    private static final List<String> EXPANDED =
            List.of("body.storage", "version", "ancestors", "extensions.inlineProperties", "extensions.resolution");

    private final SiteHttp http;
    private final int bodies;
    private final InsidePages<Comment> inside;

    /** {@code bodies}: items in an answer with bodies. */
    DataCenterComments(SiteHttp http, int bodies) {
        this.http = http;
        this.bodies = bodies;
        this.inside = new InsidePages<>(
                http,
                new InsidePages.Listing(expand("descendants.comment."), bodies),
                DataCenterComments::inside,
                this::ofPage);
    }

    Stream<Comment> of(WantedPages pages) {
        return inside.of(pages.stream());
    }

    private static @Nullable List<Comment> inside(JsonNode page) {
        String pageId = Json.text(page, "id");
        JsonNode list = page.path("descendants").path("comment");
        JsonNode items = list.path("results");
        boolean whole = items.isArray()
                && !list.path("_links").has("next")
                && items.size() < list.path("limit").asInt(Integer.MAX_VALUE);
        return whole
                ? StreamSupport.stream(items.spliterator(), false)
                        .map(item -> comment(item, pageId))
                        .toList()
                : null;
    }

    private Stream<Comment> ofPage(String pageId) {
        return http.listing("/rest/api/content/" + Uris.encode(pageId)
                        + "/child/comment?depth=all&location=footer&location=inline&location=resolved&expand="
                        + expand("") + "&limit=" + bodies)
                .map(item -> comment(item, pageId));
    }

    private static String expand(String prefix) {
        return EXPANDED.stream().map(prefix::concat).collect(Collectors.joining(","));
    }

    private static Comment comment(JsonNode node, String pageId) {
        JsonNode version = node.path("version");
        JsonNode extensions = node.path("extensions");
        return new Comment(
                Json.text(node, "id"),
                pageId,
                parentId(node.path("ancestors")),
                DataCenterJson.person(version.path("by")).orElse(null),
                Json.timeOrNull(version, "when"),
                Json.textOrEmpty(extensions.path("inlineProperties"), "originalSelection"),
                Json.textOrEmpty(extensions.path("resolution"), "status").equals("resolved"),
                Json.textOrEmpty(node.path("body").path("storage"), "value"));
    }

    /** The nearest comment above; the page itself may be named, too. */
    private static @Nullable String parentId(JsonNode ancestors) {
        String parent = null;
        for (JsonNode ancestor : ancestors) {
            if (ancestor.path("type").asText("comment").equals("comment")) {
                parent = Json.text(ancestor, "id");
            }
        }
        return parent;
    }
}
