package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comments on pages of Cloud. The site-wide listings give them with their bodies and replies, 250 in a request, wanted
 * or not. Page by page it takes two requests a page and one more for the replies of each comment: the walk through the
 * site is given up when it has cost as much as that may.
 */
final class CloudComments {

    private static final List<String> KINDS = List.of("footer-comments", "inline-comments");

    /** Up to here the site-wide listings are not worth trying. */
    private static final int FEW_PAGES = 2;

    /** What a page may cost by itself, for each kind: the listing, and replies to a few comments. */
    private static final int REQUESTS_A_PAGE = 4;

    private static final int PAGES_AT_ONCE = 8;

    private final SiteHttp http;
    private final int listingSize;
    /** What each site-wide listing costs at least, as far as it was ever walked. */
    private final Map<String, Integer> siteWideCost = new ConcurrentHashMap<>();

    CloudComments(SiteHttp http, int listingSize) {
        this.http = http;
        this.listingSize = listingSize;
    }

    Stream<Comment> of(WantedPages wanted) {
        return KINDS.stream().flatMap(kind -> ofKind(kind, wanted));
    }

    private Stream<Comment> ofKind(String kind, WantedPages wanted) {
        int budget = wanted.size() * REQUESTS_A_PAGE;
        if (wanted.size() <= FEW_PAGES || siteWideCost.getOrDefault(kind, 0) >= budget) {
            return pageByPage(kind, wanted);
        }
        Set<String> found = new HashSet<>();
        BudgetedWalk site = new BudgetedWalk(
                http.answers("/api/v2/" + kind + "?" + query()),
                budget,
                spent -> siteWideCost.merge(kind, spent, Math::max));
        Stream<Comment> walked = SiteHttp.stream(site)
                .flatMap(ListingWalk::items)
                .filter(node -> isCurrent(node) && wanted.contains(CloudJson.container(node)))
                .map(node -> comment(node, CloudJson.container(node), Json.textOrNull(node, "parentCommentId")));
        Stream<Comment> rest =
                Stream.of(wanted).filter(_ -> site.isCutShort()).flatMap(pages -> pageByPage(kind, pages));
        return Stream.concat(walked, rest).filter(comment -> found.add(comment.id()));
    }

    private Stream<Comment> pageByPage(String kind, WantedPages pages) {
        return pages.stream()
                .map(Page::id)
                .gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, id -> ofPage(kind, id)))
                .flatMap(List::stream);
    }

    /** What is no page may be a blog post; empty also for a page that has vanished since it was listed. */
    private List<Comment> ofPage(String kind, String pageId) {
        List<Comment> found = of("pages", kind, pageId);
        return found == null ? Objects.requireNonNullElse(of("blogposts", kind, pageId), List.of()) : found;
    }

    private @Nullable List<Comment> of(String containers, String kind, String id) {
        try {
            return withReplies(kind, id, "/api/v2/" + containers + "/" + Uris.encode(id) + "/" + kind, null)
                    .toList();
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private Stream<Comment> withReplies(String kind, String pageId, String path, @Nullable String parentId) {
        return http.listing(path + "?" + query())
                .filter(CloudComments::isCurrent)
                .map(node -> comment(node, pageId, parentId))
                .flatMap(comment -> Stream.concat(
                        Stream.of(comment),
                        withReplies(
                                kind,
                                pageId,
                                "/api/v2/" + kind + "/" + Uris.encode(comment.id()) + "/children",
                                comment.id())));
    }

    private String query() {
        return "body-format=storage&limit=" + listingSize;
    }

    private static boolean isCurrent(JsonNode node) {
        return node.path("status").asText("current").equals("current");
    }

    private static Comment comment(JsonNode node, String pageId, @Nullable String parentId) {
        JsonNode version = node.path("version");
        String author = Json.textOrEmpty(version, "authorId");
        return new Comment(
                Json.text(node, "id"),
                pageId,
                parentId,
                author.isEmpty() ? null : new Person(author, null),
                Json.timeOrNull(version, "createdAt"),
                Json.textOrEmpty(node.path("properties"), "inlineOriginalSelection"),
                Json.textOrEmpty(node, "resolutionStatus").equals("resolved"),
                Json.textOrEmpty(node.path("body").path("storage"), "value"));
    }
}
