package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Walks a listing answer by answer, by the {@code next} link only, whatever the sizes of the answers are. */
final class ListingWalk implements Iterator<JsonNode> {

    private final SiteHttp http;
    private final Set<URI> asked = new HashSet<>();
    private @Nullable URI next;

    ListingWalk(SiteHttp http, URI first) {
        this.http = http;
        this.next = first;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public JsonNode next() {
        URI current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        asked.add(current);
        JsonNode answer = http.json(current);
        next = following(answer);
        return answer;
    }

    /** The items of one answer. */
    static Stream<JsonNode> items(JsonNode answer) {
        return StreamSupport.stream(Json.require(answer, "results").spliterator(), false);
    }

    private @Nullable URI following(JsonNode answer) {
        String link = answer.path("_links").path("next").asText("");
        if (link.isEmpty()) {
            return null;
        }
        URI uri = Uris.resolve(http.site().apiUrl(), link);
        if (!Uris.sameOrigin(uri, http.site().apiUrl())) {
            throw malformed("leads to another host, " + Uris.origin(uri));
        }
        if (asked.contains(uri)) {
            throw malformed("leads back to where it has been");
        }
        return uri;
    }

    private ConfluenceException malformed(String how) {
        return new ConfluenceException(
                ConfluenceException.Category.MALFORMED,
                "A listing of Confluence at " + http.site().baseUrl() + " " + how
                        + "; run again, and report it when it happens again.");
    }
}
