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
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * The attachments of pages on Data Center. The listing of a space has brought most of them along. For other pages, a walk through all pages of a space can bring their attachments along, 200
 * pages in a request; the listing per page costs a request each. The walk is given up when it has cost as much as the
 * wanted pages would have.
 */
final class DataCenterAttachments {

    private static final int FEW_PAGES = 2;
    private static final int PAGES_AT_ONCE = 8;

    /** The pages of a space, or its blog posts: what one listing walks through. */
    private record Part(String spaceKey, Kind kind) {}

    private final SiteHttp http;
    private final DataCenterJson json;
    private final int listingSize;
    /** What the walk through a part costs at least, as far as it was ever done. */
    private final Map<Part, Integer> walkCost = new ConcurrentHashMap<>();

    DataCenterAttachments(SiteHttp http, DataCenterJson json, int listingSize) {
        this.http = http;
        this.json = json;
        this.listingSize = listingSize;
    }

    Stream<Attachment> of(WantedPages pages) {
        Stream<Attachment> known =
                pages.stream().flatMap(page -> Stream.ofNullable(page.files())).flatMap(List::stream);
        return Stream.concat(
                known, Stream.of(pages).flatMap(all -> listed(all.stream().filter(page -> page.files() == null))));
    }

    private Stream<Attachment> listed(Stream<Page> pages) {
        Map<Part, Space> spaces = new LinkedHashMap<>();
        Map<Part, Set<String>> wanted = new LinkedHashMap<>();
        pages.forEach(page -> {
            Part part = new Part(page.space().key(), page.isBlogPost() ? Kind.BLOG_POST : Kind.PAGE);
            spaces.putIfAbsent(part, page.space());
            wanted.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(page.id());
        });
        return spaces.entrySet().stream()
                .flatMap(part -> of(part.getKey(), part.getValue(), wanted.getOrDefault(part.getKey(), Set.of())));
    }

    private Stream<Attachment> of(Part part, Space space, Set<String> wanted) {
        if (wanted.size() <= FEW_PAGES || walkCost.getOrDefault(part, 0) >= wanted.size()) {
            return pageByPage(wanted.stream());
        }
        Set<String> done = new HashSet<>();
        BudgetedWalk walk = new BudgetedWalk(
                http.answers(DataCenterPages.scan(space, part.kind(), "children.attachment.version", listingSize)),
                wanted.size(),
                spent -> walkCost.merge(part, spent, Math::max));
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

    /** Listed anew when the list inside is cut or missing. */
    private Stream<Attachment> inside(JsonNode page) {
        List<Attachment> inside = json.inside(page);
        return inside == null ? ofPage(Json.text(page, "id")).stream() : inside.stream();
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
