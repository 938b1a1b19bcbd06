package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** The search that Cloud and Data Center have in common. */
final class CqlSearch {

    private static final int LIMIT = 200;

    private final SiteHttp http;

    CqlSearch(SiteHttp http) {
        this.http = http;
    }

    /** The ids of the content that the query finds. */
    Stream<String> ids(String cql, boolean archivedSpaces) {
        return http.listing("/rest/api/search?cql=" + Uris.encode(cql) + "&excerpt=none&includeArchivedSpaces="
                        + archivedSpaces + "&limit=" + LIMIT)
                .map(CqlSearch::id)
                .filter(id -> !id.isEmpty());
    }

    private static String id(JsonNode result) {
        return Json.textOrEmpty(result.path("content"), "id");
    }
}
