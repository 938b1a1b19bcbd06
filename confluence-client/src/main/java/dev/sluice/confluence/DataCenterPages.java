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

/** The pages of a Data Center site: by space, by id, below a page. */
final class DataCenterPages {

    /** What the listings bring along, at no further request. */
    static final String LISTED = "version,ancestors,history,metadata.labels";

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

    Stream<Page> in(Space space) {
        return Stream.of(space)
                .flatMap(this::listed)
                .filter(DataCenterPages::isCurrentPage)
                .map(node -> json.page(node, space));
    }

    /** Servers before 7.18 have no scan; a space that is not there has no listing either. */
    private Stream<JsonNode> listed(Space space) {
        Iterator<JsonNode> scan = http.answers(scan(space, LISTED, sizes.dataCenterListing()));
        JsonNode first;
        try {
            first = scan.next();
        } catch (ConfluenceException e) {
            if (e.category() != ConfluenceException.Category.NOT_FOUND) {
                throw e;
            }
            return http.listing("/rest/api/content?type=page&status=current&spaceKey=" + Uris.encode(space.key())
                    + "&expand=" + LISTED + "&limit=" + sizes.dataCenterListing());
        }
        return Stream.concat(Stream.of(first), SiteHttp.stream(scan)).flatMap(ListingWalk::items);
    }

    /** The listing that walks all pages of a space. */
    static String scan(Space space, String expand, int limit) {
        return "/rest/api/content/scan?type=page&status=current&spaceKey=" + Uris.encode(space.key()) + "&expand="
                + expand + "&limit=" + limit;
    }

    Stream<Page> withIds(Collection<String> ids) {
        int group = Math.min(IDS_AT_ONCE, sizes.dataCenterListing());
        return located(ids, group, LISTED + ",space").map(node -> json.page(node, spaces.of(node)));
    }

    /** Servers that cannot be asked for many pages at once are not asked. */
    Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        List<String> wanted = MultiGet.numeric(ids);
        int groupSize = Math.min(IDS_AT_ONCE, sizes.dataCenterListing());
        MultiGet<JsonNode> lookup = new MultiGet<>(
                groupSize,
                group -> http.listing("/rest/api/content?type=page&status=any&limit=" + group.size()
                        + group.stream().map(id -> "&ids=" + id).collect(Collectors.joining())),
                node -> Json.text(node, "id"));
        return idsUnderstood.get() ? Json.whereabouts(lookup.all(wanted)) : Map.of();
    }

    Stream<PageBody> bodies(Collection<String> ids) {
        return located(ids, sizes.dataCenterBodies(), LISTED + ",space,body.storage")
                .map(node -> json.body(node, spaces.of(node)));
    }

    Stream<Page> below(String pageId) {
        return withSpaces(
                        http.listing("/rest/api/content/" + Uris.encode(pageId) + "/descendant/page?expand=" + LISTED
                                + ",space&limit=" + sizes.dataCenterListing()),
                        sizes.dataCenterListing())
                .filter(DataCenterPages::isCurrentPage)
                .map(node -> json.page(node, spaces.of(node)));
    }

    private Stream<JsonNode> located(Collection<String> ids, int groupSize, String expand) {
        MultiGet<JsonNode> lookup =
                new MultiGet<>(groupSize, group -> group(group, expand).stream(), node -> Json.text(node, "id"));
        return withSpaces(lookup.all(MultiGet.numeric(ids)), groupSize);
    }

    private Stream<JsonNode> withSpaces(Stream<JsonNode> pages, int groupSize) {
        return pages.gather(Gatherers.windowFixed(groupSize))
                .peek(spaces::learn)
                .flatMap(List::stream);
    }

    private List<JsonNode> group(List<String> ids, String expand) {
        if (idsUnderstood.get()) {
            JsonNode answer = http.json("/rest/api/content?type=page&expand=" + expand + "&limit=" + ids.size()
                    + ids.stream().map(id -> "&ids=" + id).collect(Collectors.joining()));
            List<JsonNode> pages = ListingWalk.items(answer).toList();
            if (pages.stream().allMatch(page -> ids.contains(Json.text(page, "id")))) {
                return pages.stream().filter(DataCenterPages::isCurrentPage).toList();
            }
            idsUnderstood.set(false);
        }
        return searched(ids, expand);
    }

    /** By the search index first, which lags behind; what it does not know yet is asked for one by one. */
    private List<JsonNode> searched(List<String> ids, String expand) {
        String cql = Uris.encode("type=page and id in (" + String.join(",", ids) + ")");
        List<JsonNode> indexed = http.listing(
                        "/rest/api/content/search?cql=" + cql + "&expand=" + expand + "&limit=" + ids.size())
                .toList();
        Set<String> found = new HashSet<>();
        indexed.forEach(page -> found.add(Json.text(page, "id")));
        Stream<JsonNode> others = ids.stream()
                .filter(id -> !found.contains(id))
                .flatMap(id -> http.find("/rest/api/content/" + id + "?expand=" + expand).stream());
        return Stream.concat(indexed.stream(), others)
                .filter(DataCenterPages::isCurrentPage)
                .toList();
    }

    static boolean isCurrentPage(JsonNode node) {
        return Json.text(node, "type").equals("page")
                && Json.text(node, "status").equals("current");
    }
}
