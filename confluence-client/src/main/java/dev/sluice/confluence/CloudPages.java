package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The pages and blog posts of a Cloud site: by space, by id, below a page. */
final class CloudPages implements PageListings {

    private static final String PAGES = "pages";
    private static final String BLOG_POSTS = "blogposts";
    private static final int SPACES_AT_ONCE = 100;

    private final SiteHttp http;
    private final CloudJson json;
    private final CloudSpaces spaces;
    private final ClientSettings.PageSizes sizes;

    CloudPages(SiteHttp http, CloudJson json, CloudSpaces spaces, ClientSettings.PageSizes sizes) {
        this.http = http;
        this.json = json;
        this.spaces = spaces;
        this.sizes = sizes;
    }

    @Override
    public Stream<Page> in(Space space) {
        String path = "/api/v2/spaces/" + Uris.encode(space.id()) + "/pages?status=current,archived&sort=id&limit="
                + sizes.cloudListing();
        return http.listing(path).filter(CloudPages::isListed).map(node -> json.page(node, space));
    }

    /** Those of many spaces in one listing. */
    @Override
    public Stream<Page> blogPostsIn(Collection<Space> wanted) {
        return wanted.stream().gather(Gatherers.windowFixed(SPACES_AT_ONCE)).flatMap(this::blogPosts);
    }

    private Stream<Page> blogPosts(List<Space> some) {
        Map<String, Space> byId = new HashMap<>();
        some.forEach(space -> byId.put(space.id(), space));
        return http.listing("/api/v2/" + BLOG_POSTS + "?space-id=" + String.join(",", byId.keySet())
                        + "&status=current&sort=id&limit=" + sizes.cloudListing())
                .filter(CloudPages::isCurrent)
                .flatMap(node -> Stream.ofNullable(byId.get(Json.text(node, "spaceId")))
                        .map(space -> json.blogPost(node, space)));
    }

    /** Pages, then blog posts; of the whole site when other spaces count or there are too many to name. */
    Stream<Page> recent(Recent asked) {
        spaces.remember(asked.spaces());
        boolean named = !asked.elsewhere()
                && !asked.spaces().isEmpty()
                && asked.spaces().size() <= SPACES_AT_ONCE;
        String where = named
                ? "space-id="
                        + String.join(
                                ",", asked.spaces().stream().map(Space::id).toList())
                        + "&"
                : "";
        Stream<Page> pages = recent(PAGES + "?" + where + "status=current,archived", asked)
                .map(node -> json.page(node, spaces.of(node)));
        Stream<Page> posts = recent(BLOG_POSTS + "?" + where + "status=current", asked)
                .map(node -> json.blogPost(node, spaces.of(node)));
        return Stream.concat(pages, posts);
    }

    private Stream<JsonNode> recent(String listing, Recent asked) {
        String path = "/api/v2/" + listing + "&sort=-modified-date&limit=" + sizes.cloudListing();
        return Stream.of(path)
                .flatMap(one -> SiteHttp.stream(new RecentWalk(http.answers(one), "createdAt", asked.until())))
                .map(answer ->
                        ListingWalk.items(answer).filter(CloudPages::isListed).toList())
                .peek(spaces::learn)
                .flatMap(List::stream);
    }

    @Override
    public Stream<Page> withIds(Collection<String> ids) {
        return located(PAGES, ids, sizes.cloudListing(), "").map(node -> json.page(node, spaces.of(node)));
    }

    @Override
    public Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        int groupSize = sizes.cloudListing();
        MultiGet<JsonNode> lookup = new MultiGet<>(
                groupSize,
                group -> http.listing("/api/v2/pages?status=current&status=archived&status=trashed&id="
                        + String.join(",", group) + "&limit=" + groupSize),
                node -> Json.text(node, "id"));
        return Json.whereabouts(lookup.all(MultiGet.numeric(ids)));
    }

    @Override
    public Stream<PageBody> bodies(Collection<String> ids) {
        return bodies(PAGES, ids, json::page);
    }

    @Override
    public Stream<PageBody> blogPostBodies(Collection<String> ids) {
        return bodies(BLOG_POSTS, ids, json::blogPost);
    }

    private Stream<PageBody> bodies(
            String collection, Collection<String> ids, BiFunction<JsonNode, Space, Page> described) {
        return located(collection, ids, sizes.cloudBodies(), "&body-format=storage")
                .map(node -> new PageBody(described.apply(node, spaces.of(node)), CloudJson.storage(node)));
    }

    /** Below a page of any space, through folders and the like. */
    @Override
    public Stream<Page> below(String pageId, int depth) {
        CloudDescendants tree = new CloudDescendants(http, sizes.cloudListing());
        return withIds(tree.pagesBelow(pageId, depth));
    }

    /** Pages or blog posts by id, their spaces learnt a group at a time. */
    private Stream<JsonNode> located(String collection, Collection<String> ids, int groupSize, String parameters) {
        Function<List<String>, Stream<JsonNode>> ask = group -> http.listing("/api/v2/" + collection
                        + "?status=" + (collection.equals(PAGES) ? "current,archived" : "current") + "&id="
                        + String.join(",", group) + parameters + "&limit=" + groupSize)
                .filter(CloudPages::isListed);
        MultiGet<JsonNode> lookup = new MultiGet<>(groupSize, ask, node -> Json.text(node, "id"));
        return lookup.all(MultiGet.numeric(ids))
                .gather(Gatherers.windowFixed(groupSize))
                .peek(spaces::learn)
                .flatMap(List::stream);
    }

    private static boolean isListed(JsonNode node) {
        return isCurrent(node) || Json.text(node, "status").equals("archived");
    }

    private static boolean isCurrent(JsonNode node) {
        return Json.text(node, "status").equals("current");
    }
}
