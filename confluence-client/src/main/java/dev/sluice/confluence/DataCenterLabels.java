package dev.sluice.confluence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;

/** The labels of single pages on Data Center; its listings of pages bring them along, but for pages with very many. */
final class DataCenterLabels {

    private static final int PAGES_AT_ONCE = 8;

    private final SiteHttp http;

    DataCenterLabels(SiteHttp http) {
        this.http = http;
    }

    Map<String, List<String>> of(Collection<String> pageIds) {
        Map<String, List<String>> labels = new HashMap<>();
        MultiGet.numeric(pageIds).stream()
                .gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, id -> Map.entry(id, ofPage(id))))
                .forEach(page -> page.getValue().ifPresent(found -> labels.put(page.getKey(), found)));
        return labels;
    }

    /** Empty for a page that has vanished since it was listed. */
    private Optional<List<String>> ofPage(String id) {
        try {
            return Optional.of(CloudJson.names(http.listing("/rest/api/content/" + id + "/label?limit=200")));
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
