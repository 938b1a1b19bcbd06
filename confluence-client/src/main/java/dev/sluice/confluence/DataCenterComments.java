package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.confluence.DataCenterPages.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The comments on pages of Data Center. A walk through all pages of a space can bring their comments along, 50 pages in a
 * request; the listing per page costs a request each. The walk is given up when it has cost as much as the wanted pages
 * would have.
 */
final class DataCenterComments {

    private static final List<String> EXPANDED =
            List.of("body.storage", "version", "ancestors", "extensions.inlineProperties", "extensions.resolution");
    private static final int FEW_PAGES = 2;
    private static final int PAGES_AT_ONCE = 8;

    private final SiteHttp http;
    private final int bodies;
    /** What the walk through a space costs at least, as far as it was ever done. */
    private final Map<Part, Integer> walkCost = new ConcurrentHashMap<>();

    /** The pages, or the blog posts, of a space. */
    private record Part(String spaceKey, Kind kind) {}

    /** {@code bodies}: items in an answer with bodies. */
    DataCenterComments(SiteHttp http, int bodies) {
        this.http = http;
        this.bodies = bodies;
    }

    Stream<Comment> of(WantedPages pages) {
        Map<Part, Space> spaces = new LinkedHashMap<>();
        Map<Part, Set<String>> wanted = new LinkedHashMap<>();
        pages.stream().forEach(page -> {
            Part part = new Part(page.space().key(), page.isBlogPost() ? Kind.BLOG_POST : Kind.PAGE);
            spaces.putIfAbsent(part, page.space());
            wanted.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(page.id());
        });
        return spaces.entrySet().stream()
                .flatMap(part -> of(part.getKey(), part.getValue(), wanted.getOrDefault(part.getKey(), Set.of())));
    }

    private Stream<Comment> of(Part part, Space space, Set<String> wanted) {
        if (wanted.size() <= FEW_PAGES || walkCost.getOrDefault(part, 0) >= wanted.size()) {
            return pageByPage(wanted.stream());
        }
        Set<String> done = new HashSet<>();
        BudgetedWalk walk = new BudgetedWalk(
                http.answers(DataCenterPages.scan(space, part.kind(), expand("descendants.comment."), bodies)),
                wanted.size(),
                spent -> walkCost.merge(part, spent, Math::max));
        Stream<Comment> walked = SiteHttp.stream(walk)
                .flatMap(ListingWalk::items)
                .filter(page -> wanted.contains(Json.text(page, "id")) && done.add(Json.text(page, "id")))
                .flatMap(this::inside);
        // those that the walk did not come to, and those that left the space meanwhile
        Stream<Comment> rest =
                Stream.of(wanted).flatMap(ids -> pageByPage(ids.stream().filter(id -> !done.contains(id))));
        return Stream.concat(walked, rest);
    }

    private Stream<Comment> pageByPage(Stream<String> pageIds) {
        return pageIds.gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, this::ofPage))
                .flatMap(List::stream);
    }

    /** The comments listed inside their page; listed anew when the list inside is cut or missing. */
    private Stream<Comment> inside(JsonNode page) {
        String pageId = Json.text(page, "id");
        JsonNode list = page.path("descendants").path("comment");
        JsonNode items = list.path("results");
        boolean whole = items.isArray()
                && !list.path("_links").has("next")
                && items.size() < list.path("limit").asInt(Integer.MAX_VALUE);
        return whole
                ? StreamSupport.stream(items.spliterator(), false).map(item -> comment(item, pageId))
                : ofPage(pageId).stream();
    }

    /** Empty also for a page that has vanished since it was listed. */
    private List<Comment> ofPage(String pageId) {
        try {
            return http.listing("/rest/api/content/" + Uris.encode(pageId)
                            + "/child/comment?depth=all&location=footer&location=inline&location=resolved&expand="
                            + expand("") + "&limit=" + bodies)
                    .map(item -> comment(item, pageId))
                    .toList();
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
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
