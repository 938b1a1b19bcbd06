package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The attachments of pages on Data Center. A walk through all pages of a space can bring their attachments along, 200
 * pages in a request; the listing per page costs a request each. The walk is given up when it has cost as much as the
 * wanted pages would have.
 */
final class DataCenterAttachments {

    private static final int FEW_PAGES = 2;
    private static final int PAGES_AT_ONCE = 8;

    private final SiteHttp http;
    private final DataCenterJson json;
    private final int listingSize;
    /** What the walk through a space costs at least, as far as it was ever done. */
    private final Map<String, Integer> walkCost = new ConcurrentHashMap<>();

    DataCenterAttachments(SiteHttp http, DataCenterJson json, int listingSize) {
        this.http = http;
        this.json = json;
        this.listingSize = listingSize;
    }

    Stream<Attachment> of(Collection<Page> pages) {
        Map<String, Space> spaces = new LinkedHashMap<>();
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (Page page : pages) {
            spaces.putIfAbsent(page.space().key(), page.space());
            wanted.computeIfAbsent(page.space().key(), _ -> new LinkedHashSet<>())
                    .add(page.id());
        }
        return spaces.values().stream().flatMap(space -> ofSpace(space, wanted.getOrDefault(space.key(), Set.of())));
    }

    private Stream<Attachment> ofSpace(Space space, Set<String> wanted) {
        if (wanted.size() <= FEW_PAGES || walkCost.getOrDefault(space.key(), 0) >= wanted.size()) {
            return pageByPage(wanted.stream());
        }
        Set<String> done = new HashSet<>();
        BudgetedWalk walk = new BudgetedWalk(
                http.answers(DataCenterPages.scan(space, "children.attachment.version", listingSize)),
                wanted.size(),
                spent -> walkCost.merge(space.key(), spent, Math::max));
        Stream<Attachment> walked = SiteHttp.stream(walk)
                .flatMap(ListingWalk::items)
                .filter(page -> wanted.contains(Json.text(page, "id")) && done.add(Json.text(page, "id")))
                .flatMap(this::inside);
        // those that the walk did not come to, and those that left the space meanwhile
        Stream<Attachment> rest =
                Stream.of(wanted).flatMap(ids -> pageByPage(ids.stream().filter(id -> !done.contains(id))));
        return Stream.concat(walked, rest);
    }

    private Stream<Attachment> pageByPage(Stream<String> pageIds) {
        return pageIds.gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, this::ofPage))
                .flatMap(List::stream);
    }

    /** The attachments listed inside their page; listed anew when the list inside is cut or missing. */
    private Stream<Attachment> inside(JsonNode page) {
        String pageId = Json.text(page, "id");
        JsonNode list = page.path("children").path("attachment");
        JsonNode items = list.path("results");
        boolean whole = items.isArray()
                && !list.path("_links").has("next")
                && items.size() < list.path("limit").asInt(Integer.MAX_VALUE);
        return whole
                ? StreamSupport.stream(items.spliterator(), false).map(item -> json.attachment(item, pageId))
                : ofPage(pageId).stream();
    }

    /** Empty also for a page that has vanished since it was listed. */
    private List<Attachment> ofPage(String pageId) {
        try {
            return http.listing("/rest/api/content/" + Uris.encode(pageId) + "/child/attachment?expand=version&limit="
                            + listingSize)
                    .map(item -> json.attachment(item, pageId))
                    .toList();
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }
}
