package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The spaces of a Data Center site; those that pages name are looked up together and remembered. */
final class DataCenterSpaces implements SpaceListings {

    private static final int KEYS_AT_ONCE = 50;

    private final SiteHttp http;
    private final DataCenterJson json;
    private final int listingSize;
    private final Map<String, Space> known = new ConcurrentHashMap<>();

    DataCenterSpaces(SiteHttp http, DataCenterJson json, int listingSize) {
        this.http = http;
        this.json = json;
        this.listingSize = listingSize;
    }

    @Override
    public List<Space> withKeys(Collection<String> keys) {
        return lookup(keys).toList();
    }

    @Override
    public Stream<Space> all(boolean personal, boolean archived) {
        return listing((archived ? "" : "&status=current") + (personal ? "" : "&type=global"))
                .map(this::remembered);
    }

    /** These are known already. */
    void remember(Collection<Space> more) {
        more.forEach(space -> known.putIfAbsent(space.key(), space));
    }

    /** Makes sure that the spaces of these pages are known, with few requests. */
    void learn(Collection<JsonNode> pages) {
        List<String> unknown = pages.stream()
                .map(DataCenterSpaces::keyOf)
                .filter(key -> !known.containsKey(key))
                .distinct()
                .toList();
        lookup(unknown).forEach(space -> known.put(space.key(), space));
    }

    /** The page's space, which must have been learnt. */
    Space of(JsonNode page) {
        Space space = known.get(keyOf(page));
        return space == null ? json.space(Json.require(page, "space")) : space;
    }

    private Stream<Space> lookup(Collection<String> keys) {
        MultiGet<Space> lookup = new MultiGet<>(
                KEYS_AT_ONCE,
                group -> listing(String.join(
                                "",
                                group.stream()
                                        .map(key -> "&spaceKey=" + Uris.encode(key))
                                        .toList()))
                        .map(this::remembered),
                space -> CloudSpaces.asAsked(keys, space.key()));
        return lookup.all(keys);
    }

    private Stream<JsonNode> listing(String parameters) {
        return http.listing("/rest/api/space?expand=homepage&limit=" + listingSize + parameters);
    }

    private Space remembered(JsonNode node) {
        Space space = json.space(node);
        known.put(space.key(), space);
        return space;
    }

    private static String keyOf(JsonNode page) {
        return Json.text(Json.require(page, "space"), "key");
    }
}
