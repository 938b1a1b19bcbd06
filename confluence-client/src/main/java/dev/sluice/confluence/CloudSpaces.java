package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The spaces of a Cloud site; those that pages name by id are looked up together and remembered. */
final class CloudSpaces implements SpaceListings {

    private static final int KEYS_AT_ONCE = 50;
    private static final int IDS_AT_ONCE = 250;

    private static final Pattern SPACE_LINK = Pattern.compile("/spaces/([^/]+)/.*");

    private final SiteHttp http;
    private final CloudJson json;
    private final int listingSize;
    private final Map<String, Space> known = new ConcurrentHashMap<>();

    CloudSpaces(SiteHttp http, CloudJson json, int listingSize) {
        this.http = http;
        this.json = json;
        this.listingSize = listingSize;
    }

    @Override
    public List<Space> withKeys(Collection<String> keys) {
        MultiGet<Space> lookup = new MultiGet<>(
                KEYS_AT_ONCE,
                group -> listing("keys="
                                + String.join(
                                        ",", group.stream().map(Uris::encode).toList()))
                        .map(this::remembered),
                space -> asAsked(keys, space.key()));
        return lookup.all(keys).toList();
    }

    @Override
    public Stream<Space> all(boolean personal, boolean archived) {
        return listing(archived ? "" : "status=current")
                .filter(node -> personal || !Json.textOrEmpty(node, "type").equals("personal"))
                .map(this::remembered);
    }

    /** These are known already. */
    void remember(Collection<Space> spaces) {
        spaces.forEach(space -> known.putIfAbsent(space.id(), space));
    }

    /** Makes sure that the spaces of these pages are known, with few requests. */
    void learn(Collection<JsonNode> pages) {
        List<String> unknown = MultiGet.numeric(pages.stream()
                .map(page -> Json.text(page, "spaceId"))
                .filter(id -> !known.containsKey(id))
                .toList());
        MultiGet<Space> lookup = new MultiGet<>(
                IDS_AT_ONCE, group -> listing("ids=" + String.join(",", group)).map(this::remembered), Space::id);
        lookup.all(unknown).forEach(space -> known.put(space.id(), space));
    }

    /** The page's space, which must have been learnt; a space that only its pages show is told by their links. */
    Space of(JsonNode page) {
        String id = Json.text(page, "spaceId");
        Space space = known.get(id);
        if (space != null) {
            return space;
        }
        Matcher link = SPACE_LINK.matcher(page.path("_links").path("webui").asText(""));
        if (link.matches()) {
            String key = link.group(1);
            return new Space(id, key, key, null);
        }
        throw new ConfluenceException(
                ConfluenceException.Category.MALFORMED,
                "Confluence shows page " + Json.text(page, "id") + " but not its space " + id
                        + "; give the account access to the space.");
    }

    /** The key as the caller wrote it: Confluence finds spaces whatever the case. */
    static String asAsked(Collection<String> keys, String key) {
        return keys.stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
    }

    private Stream<JsonNode> listing(String query) {
        return http.listing("/api/v2/spaces?" + (query.isEmpty() ? "" : query + "&") + "limit=" + listingSize);
    }

    private Space remembered(JsonNode node) {
        Space space = json.space(node);
        known.put(space.id(), space);
        return space;
    }
}
