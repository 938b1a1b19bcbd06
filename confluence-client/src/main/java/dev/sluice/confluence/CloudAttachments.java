package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * The attachments of pages on Cloud. The site-wide listing costs a request per 250 attachments of the whole site,
 * wanted or not, the listing per page one request each: the walk through the site is given up when it has cost as much
 * as the pages would have.
 */
final class CloudAttachments {

    /** Up to here the site-wide listing is not worth trying. */
    private static final int FEW_PAGES = 3;

    private static final int PAGES_AT_ONCE = 8;

    private final SiteHttp http;
    private final CloudJson json;
    private final int listingSize;
    /** What the site-wide listing costs at least, as far as it was ever walked. */
    private final AtomicLong siteWideCost = new AtomicLong();

    CloudAttachments(SiteHttp http, CloudJson json, int listingSize) {
        this.http = http;
        this.json = json;
        this.listingSize = listingSize;
    }

    Stream<Attachment> of(Collection<Page> pages) {
        Map<String, Page> wanted = new LinkedHashMap<>();
        pages.forEach(page -> wanted.put(page.id(), page));
        if (wanted.size() <= FEW_PAGES || siteWideCost.get() >= wanted.size()) {
            return pageByPage(wanted.values());
        }
        Set<String> found = new HashSet<>();
        BudgetedWalk site = new BudgetedWalk(
                http.answers("/api/v2/attachments?" + query()),
                wanted.size(),
                spent -> siteWideCost.accumulateAndGet(spent, Math::max));
        Stream<Attachment> walked = SiteHttp.stream(site)
                .flatMap(ListingWalk::items)
                .filter(node -> isCurrent(node) && wanted.containsKey(CloudJson.container(node)))
                .map(json::attachment);
        Stream<Attachment> rest =
                Stream.of(wanted.values()).filter(_ -> site.isCutShort()).flatMap(this::pageByPage);
        return Stream.concat(walked, rest)
                .filter(attachment -> found.add(attachment.ref().id()));
    }

    private Stream<Attachment> pageByPage(Collection<Page> pages) {
        return pages.stream()
                .gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, this::ofPage))
                .flatMap(List::stream);
    }

    /** Empty also for a page that has vanished since it was listed. */
    private List<Attachment> ofPage(Page page) {
        String collection = page.isBlogPost() ? "blogposts" : "pages";
        try {
            return http.listing("/api/v2/" + collection + "/" + Uris.encode(page.id()) + "/attachments?" + query())
                    .filter(CloudAttachments::isCurrent)
                    .map(json::attachment)
                    .toList();
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private String query() {
        return "status=current&limit=" + listingSize;
    }

    private static boolean isCurrent(JsonNode node) {
        return Json.textOrEmpty(node, "status").equals("current");
    }
}
