package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The pages of a Cloud site: by space, by id, below a page. */
final class CloudPages {

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

    Stream<Page> in(Space space) {
        String path = "/api/v2/spaces/" + Uris.encode(space.id()) + "/pages?status=current&sort=id&limit="
                + sizes.cloudListing();
        return http.listing(path).filter(CloudPages::isCurrent).map(node -> json.page(node, space));
    }

    Stream<Page> withIds(Collection<String> ids) {
        return located(ids, sizes.cloudListing(), "").map(node -> json.page(node, spaces.of(node)));
    }

    Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        int groupSize = sizes.cloudListing();
        MultiGet<JsonNode> lookup = new MultiGet<>(
                groupSize,
                group -> http.listing("/api/v2/pages?status=current&status=archived&status=trashed&id="
                        + String.join(",", group) + "&limit=" + groupSize),
                node -> Json.text(node, "id"));
        return Json.whereabouts(lookup.all(MultiGet.numeric(ids)));
    }

    Stream<PageBody> bodies(Collection<String> ids) {
        return located(ids, sizes.cloudBodies(), "&body-format=storage").map(node -> json.body(node, spaces.of(node)));
    }

    /** Below a page of any space, through folders and the like. */
    Stream<Page> below(String pageId) {
        CloudDescendants tree = new CloudDescendants(http, sizes.cloudListing());
        return withIds(tree.pagesBelow(pageId));
    }

    /** Pages by id, their spaces learnt a group at a time. */
    private Stream<JsonNode> located(Collection<String> ids, int groupSize, String parameters) {
        Function<List<String>, Stream<JsonNode>> ask = group -> http.listing("/api/v2/pages?status=current&id="
                        + String.join(",", group) + parameters + "&limit=" + groupSize)
                .filter(CloudPages::isCurrent);
        MultiGet<JsonNode> lookup = new MultiGet<>(groupSize, ask, node -> Json.text(node, "id"));
        return lookup.all(MultiGet.numeric(ids))
                .gather(Gatherers.windowFixed(groupSize))
                .peek(spaces::learn)
                .flatMap(List::stream);
    }

    private static boolean isCurrent(JsonNode node) {
        return Json.text(node, "status").equals("current");
    }
}
