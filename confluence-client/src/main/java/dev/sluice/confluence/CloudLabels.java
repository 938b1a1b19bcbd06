package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * The labels of pages on Cloud. REST v2 gives them page by page only; the search of v1 gives those of many pages at once,
 * from an index that lags behind by seconds. Pages that the index does not know yet are asked for one by one.
 */
final class CloudLabels {

    /** What the search gives at most when anything is expanded. */
    private static final int IDS_AT_ONCE = 200;

    /** For so few pages, asking each costs no more than a search that may lag behind. */
    private static final int FEW_PAGES = 2;

    private static final int PAGES_AT_ONCE = 8;

    private final SiteHttp http;

    CloudLabels(SiteHttp http) {
        this.http = http;
    }

    Map<String, List<String>> of(Collection<String> pageIds) {
        List<String> ids = MultiGet.numeric(pageIds);
        Map<String, List<String>> labels = HashMap.newHashMap(ids.size());
        if (ids.size() > FEW_PAGES) {
            searched(ids).forEach(page -> {
                List<String> found = CloudJson.labels(page.path("metadata").path("labels"));
                if (found != null) {
                    labels.put(Json.text(page, "id"), found);
                }
            });
        }
        ids.stream()
                .filter(id -> !labels.containsKey(id))
                .gather(Gatherers.mapConcurrent(PAGES_AT_ONCE, id -> Map.entry(id, ofPage(id))))
                .forEach(page -> page.getValue().ifPresent(found -> labels.put(page.getKey(), found)));
        return labels;
    }

    private Stream<JsonNode> searched(List<String> ids) {
        MultiGet<JsonNode> search = new MultiGet<>(
                IDS_AT_ONCE,
                group -> http.listing("/rest/api/content/search?cql="
                        + Uris.encode("id in (" + String.join(",", group) + ")")
                        + "&expand=metadata.labels&limit=" + IDS_AT_ONCE),
                page -> Json.text(page, "id"));
        return search.all(ids);
    }

    /** What is no page may be a blog post; empty for a page that has vanished since it was listed. */
    private Optional<List<String>> ofPage(String id) {
        return of("pages", id).or(() -> of("blogposts", id));
    }

    private Optional<List<String>> of(String containers, String id) {
        try {
            return Optional.of(CloudJson.names(http.listing("/api/v2/" + containers + "/" + id + "/labels?limit=250")));
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
