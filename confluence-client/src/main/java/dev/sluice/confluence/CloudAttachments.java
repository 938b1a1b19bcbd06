package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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

    Stream<Attachment> of(WantedPages wanted) {
        int size = wanted.size();
        if (size <= FEW_PAGES || siteWideCost.get() >= size) {
            return pageByPage(wanted.stream());
        }
        BudgetedWalk site = new BudgetedWalk(
                http.answers("/api/v2/attachments?" + query(wanted.anyArchived())),
                size,
                spent -> siteWideCost.accumulateAndGet(spent, Math::max));
        Stream<Attachment> walked = SiteHttp.stream(site)
                .flatMap(ListingWalk::items)
                .filter(node -> isWanted(node, wanted))
                .map(json::attachment);
        Stream<Attachment> rest =
                Stream.of(wanted).filter(_ -> site.isCutShort()).flatMap(pages -> pageByPage(pages.stream()));
        return Stream.concat(walked, rest);
    }

    /** Of the whole site: there is no listing for some spaces. */
    Stream<Attachment> recent(Recent asked) {
        String path = "/api/v2/attachments?" + query(false) + "&sort=-modified-date";
        return SiteHttp.stream(new RecentWalk(http.answers(path), "createdAt", asked.until()))
                .flatMap(ListingWalk::items)
                .filter(node -> !CloudJson.container(node).isEmpty())
                .map(json::attachment);
    }

    private Stream<Attachment> pageByPage(Stream<Page> pages) {
        return pages.gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, this::ofPage))
                .flatMap(List::stream);
    }

    /** Empty also for a page that has vanished since it was listed. */
    private List<Attachment> ofPage(Page page) {
        String collection = page.isBlogPost() ? "blogposts" : "pages";
        try {
            return http.listing("/api/v2/" + collection + "/" + Uris.encode(page.id()) + "/attachments?"
                            + query(page.isArchived()))
                    .filter(node -> isWanted(node, page.isArchived()))
                    .map(json::attachment)
                    .toList();
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private String query(boolean archived) {
        return "status=current" + (archived ? ",archived" : "") + "&limit=" + listingSize;
    }

    private static boolean isWanted(JsonNode node, WantedPages wanted) {
        String page = CloudJson.container(node);
        return wanted.contains(page) && isWanted(node, wanted.isArchived(page));
    }

    /** Those that are in use, and of an archived page those that were archived with it. */
    private static boolean isWanted(JsonNode node, boolean ofArchived) {
        String status = Json.textOrEmpty(node, "status");
        return status.equals("current") || (ofArchived && status.equals("archived"));
    }
}
