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
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to pages of Data Center and can be listed inside of them: a walk through all pages of a space brings it along,
 * many pages in a request; a listing per page costs a request each. The walk is given up when it has cost as much as the
 * wanted pages would have.
 */
final class InsidePages<T> {

    private static final int FEW_PAGES = 2;
    private static final int PAGES_AT_ONCE = 8;

    /** The pages of a space, or its blog posts: what one listing walks through. */
    private record Part(String spaceKey, Kind kind) {}

    /**
     * How it is listed.
     *
     * @param expand what lets a listing of pages bring it along
     * @param pages in an answer
     */
    record Listing(String expand, int pages) {}

    private final SiteHttp http;
    private final Listing listing;
    private final Function<JsonNode, @Nullable List<T>> inside;
    private final Function<String, Stream<T>> ofPage;
    /** What the walk through a part costs at least, as far as it was ever done. */
    private final Map<Part, Integer> walkCost = new ConcurrentHashMap<>();

    /**
     * @param inside what is listed inside of a page; null when the list there is cut or missing
     * @param ofPage the listing of one page, by its id
     */
    InsidePages(
            SiteHttp http,
            Listing listing,
            Function<JsonNode, @Nullable List<T>> inside,
            Function<String, Stream<T>> ofPage) {
        this.http = http;
        this.listing = listing;
        this.inside = inside;
        this.ofPage = ofPage;
    }

    Stream<T> of(Stream<Page> pages) {
        return Stream.of(pages).flatMap(this::parts);
    }

    private Stream<T> parts(Stream<Page> pages) {
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

    private Stream<T> of(Part part, Space space, Set<String> wanted) {
        if (wanted.size() <= FEW_PAGES || walkCost.getOrDefault(part, 0) >= wanted.size()) {
            return pageByPage(wanted.stream());
        }
        Set<String> done = new HashSet<>();
        BudgetedWalk walk = new BudgetedWalk(
                http.answers(DataCenterPages.scan(space, part.kind(), listing.expand(), listing.pages())),
                wanted.size(),
                spent -> walkCost.merge(part, spent, Math::max));
        Stream<T> walked = SiteHttp.stream(walk)
                .flatMap(ListingWalk::items)
                .filter(page -> wanted.contains(Json.text(page, "id")) && done.add(Json.text(page, "id")))
                .flatMap(this::inside);
        // those that the walk did not come to, and those that left the space meanwhile
        Stream<T> rest =
                Stream.of(wanted).flatMap(ids -> pageByPage(ids.stream().filter(id -> !done.contains(id))));
        return Stream.concat(walked, rest);
    }

    private Stream<T> pageByPage(Stream<String> pageIds) {
        return pageIds.gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, this::ofPage))
                .flatMap(List::stream);
    }

    /** Listed anew when the list inside is cut or missing. */
    private Stream<T> inside(JsonNode page) {
        List<T> found = inside.apply(page);
        return found == null ? ofPage(Json.text(page, "id")).stream() : found.stream();
    }

    /** Empty also for a page that has vanished since it was listed. */
    private List<T> ofPage(String pageId) {
        try (Stream<T> items = ofPage.apply(pageId)) {
            return items.toList();
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }
}
