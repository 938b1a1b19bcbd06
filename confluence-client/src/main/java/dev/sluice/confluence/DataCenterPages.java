package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The pages and blog posts of a Data Center site: by space, by id, below a page. */
final class DataCenterPages implements PageListings {

    /** What the REST API calls the two, and what a listing has to bring along of each. */
    enum Kind {
        PAGE("page", "version,ancestors,history,metadata.labels"),
        BLOG_POST("blogpost", "version,history,metadata.labels");

        private final String type;
        private final String listed;

        Kind(String type, String listed) {
            this.type = type;
            this.listed = listed;
        }
    }

    /** What makes a listing bring the attachments of its pages along, so that these need no listing of their own. */
    private static final String FILES = ",children.attachment.version";

    private static final int IDS_AT_ONCE = 100;

    private final SiteHttp http;
    private final DataCenterJson json;
    private final DataCenterSpaces spaces;
    private final ClientSettings.PageSizes sizes;
    /** Servers before 10 do not know the parameter and answer as if it were not there. */
    private final AtomicBoolean idsUnderstood = new AtomicBoolean(true);

    DataCenterPages(SiteHttp http, DataCenterJson json, DataCenterSpaces spaces, ClientSettings.PageSizes sizes) {
        this.http = http;
        this.json = json;
        this.spaces = spaces;
        this.sizes = sizes;
    }

    @Override
    public Stream<Page> in(Space space) {
        return in(space, Kind.PAGE);
    }

    @Override
    public Stream<Page> blogPostsIn(Collection<Space> wanted) {
        return wanted.stream().flatMap(space -> in(space, Kind.BLOG_POST));
    }

    private Stream<Page> in(Space space, Kind kind) {
        return Stream.of(space)
                .flatMap(one -> listed(one, kind))
                .filter(node -> isCurrent(kind, node))
                .map(node -> described(kind, node, space).with(json.inside(node)));
    }

    private Page described(Kind kind, JsonNode node, Space space) {
        return switch (kind) {
            case PAGE -> json.page(node, space);
            case BLOG_POST -> json.blogPost(node, space);
        };
    }

    /** Servers before 7.18 have no scan; a space that is not there has no listing either. */
    private Stream<JsonNode> listed(Space space, Kind kind) {
        Iterator<JsonNode> scan = http.answers(scan(space, kind, kind.listed + FILES, sizes.dataCenterListing()));
        JsonNode first;
        try {
            first = scan.next();
        } catch (ConfluenceException e) {
            if (e.category() != ConfluenceException.Category.NOT_FOUND) {
                throw e;
            }
            return http.listing(
                    "/rest/api/content?type=" + kind.type + "&status=current&spaceKey=" + Uris.encode(space.key())
                            + "&expand=" + kind.listed + FILES + "&limit=" + sizes.dataCenterListing());
        }
        return Stream.concat(Stream.of(first), SiteHttp.stream(scan)).flatMap(ListingWalk::items);
    }

    /** The listing that walks all pages, or all blog posts, of a space. */
    static String scan(Space space, Kind kind, String expand, int limit) {
        return "/rest/api/content/scan?type=" + kind.type + "&status=current&spaceKey=" + Uris.encode(space.key())
                + "&expand=" + expand + "&limit=" + limit;
    }

    @Override
    public Stream<Page> withIds(Collection<String> ids) {
        int group = Math.min(IDS_AT_ONCE, sizes.dataCenterListing());
        return located(Kind.PAGE, ids, group, Kind.PAGE.listed + ",space")
                .map(node -> json.page(node, spaces.of(node)));
    }

    /** Servers that cannot be asked for many pages at once are not asked. */
    @Override
    public Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        List<String> wanted = MultiGet.numeric(ids);
        int groupSize = Math.min(IDS_AT_ONCE, sizes.dataCenterListing());
        MultiGet<JsonNode> lookup = new MultiGet<>(
                groupSize,
                group -> http.listing("/rest/api/content?type=page&status=any&limit=" + group.size()
                        + group.stream().map(id -> "&ids=" + id).collect(Collectors.joining())),
                node -> Json.text(node, "id"));
        return idsUnderstood.get() ? Json.whereabouts(lookup.all(wanted)) : Map.of();
    }

    @Override
    public Stream<PageBody> bodies(Collection<String> ids) {
        return bodies(Kind.PAGE, ids);
    }

    @Override
    public Stream<PageBody> blogPostBodies(Collection<String> ids) {
        return bodies(Kind.BLOG_POST, ids);
    }

    private Stream<PageBody> bodies(Kind kind, Collection<String> ids) {
        return located(kind, ids, sizes.dataCenterBodies(), kind.listed + ",space,body.storage")
                .map(node -> new PageBody(described(kind, node, spaces.of(node)), DataCenterJson.storage(node)));
    }

    /** The server has no limit of depth to ask with: what is too deep is left out by its ancestors. */
    @Override
    public Stream<Page> below(String pageId, int depth) {
        return withSpaces(
                        http.listing("/rest/api/content/" + Uris.encode(pageId) + "/descendant/page?expand="
                                + Kind.PAGE.listed + ",space&limit=" + sizes.dataCenterListing()),
                        sizes.dataCenterListing())
                .filter(node -> isCurrent(Kind.PAGE, node) && depth(pageId, node) <= depth)
                .map(node -> json.page(node, spaces.of(node)));
    }

    private static int depth(String rootId, JsonNode page) {
        JsonNode ancestors = Json.require(page, "ancestors");
        for (int i = 0; i < ancestors.size(); i++) {
            if (Json.text(ancestors.get(i), "id").equals(rootId)) {
                return ancestors.size() - i;
            }
        }
        return 1;
    }

    private Stream<JsonNode> located(Kind kind, Collection<String> ids, int groupSize, String expand) {
        MultiGet<JsonNode> lookup =
                new MultiGet<>(groupSize, group -> group(kind, group, expand).stream(), node -> Json.text(node, "id"));
        return withSpaces(lookup.all(MultiGet.numeric(ids)), groupSize);
    }

    private Stream<JsonNode> withSpaces(Stream<JsonNode> pages, int groupSize) {
        return pages.gather(Gatherers.windowFixed(groupSize))
                .peek(spaces::learn)
                .flatMap(List::stream);
    }

    private List<JsonNode> group(Kind kind, List<String> ids, String expand) {
        if (idsUnderstood.get()) {
            JsonNode answer = http.json("/rest/api/content?type=" + kind.type + "&expand=" + expand + "&limit="
                    + ids.size() + ids.stream().map(id -> "&ids=" + id).collect(Collectors.joining()));
            List<JsonNode> pages = ListingWalk.items(answer).toList();
            if (pages.stream().allMatch(page -> ids.contains(Json.text(page, "id")))) {
                return pages.stream().filter(page -> isCurrent(kind, page)).toList();
            }
            idsUnderstood.set(false);
        }
        return searched(kind, ids, expand);
    }

    /** By the search index first, which lags behind; what it does not know yet is asked for one by one. */
    private List<JsonNode> searched(Kind kind, List<String> ids, String expand) {
        String cql = Uris.encode("type=" + kind.type + " and id in (" + String.join(",", ids) + ")");
        List<JsonNode> indexed = http.listing(
                        "/rest/api/content/search?cql=" + cql + "&expand=" + expand + "&limit=" + ids.size())
                .toList();
        Set<String> found = new HashSet<>();
        indexed.forEach(page -> found.add(Json.text(page, "id")));
        Stream<JsonNode> others = ids.stream()
                .filter(id -> !found.contains(id))
                .flatMap(id -> http.find("/rest/api/content/" + id + "?expand=" + expand).stream());
        return Stream.concat(indexed.stream(), others)
                .filter(page -> isCurrent(kind, page))
                .toList();
    }

    private static boolean isCurrent(Kind kind, JsonNode node) {
        return Json.text(node, "type").equals(kind.type)
                && Json.text(node, "status").equals("current");
    }
}
