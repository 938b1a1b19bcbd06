package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    /** Ids of the items so far: a listing that shifts while it is walked may show one twice. */
    private final Set<String> given = new HashSet<>();

    private boolean withoutIds;
    private URI first;
    private @Nullable URI next;

    ListingWalk(SiteHttp http, URI first) {
        this.http = http;
        this.first = first;
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
        while (true) {
            asked.add(current);
            try {
                JsonNode answer = http.json(current);
                next = following(answer);
                return fresh(answer);
            } catch (ConfluenceException e) {
                current = smaller(current, e);
            }
        }
    }

    /**
     * Where to go on with smaller answers when the site fails again and again. A cursor of Cloud is good for one size
     * only: the walk begins anew, and passes over what it has given already.
     */
    private URI smaller(URI failed, ConfluenceException failure) {
        if (failure.category() != ConfluenceException.Category.UNAVAILABLE) {
            throw failure;
        }
        boolean begun = !given.isEmpty();
        boolean cursor = http.site().product() == Product.CLOUD && begun;
        if (cursor && withoutIds) {
            throw failure;
        }
        first = SmallerAnswers.half(first).orElseThrow(() -> failure);
        URI again = cursor ? first : SmallerAnswers.half(failed).orElseThrow(() -> failure);
        if (cursor) {
            asked.clear();
        }
        return again;
    }

    /** Without what an earlier walk of this listing gave. */
    private JsonNode fresh(JsonNode answer) {
        if (answer.path("results") instanceof ArrayNode items) {
            for (Iterator<JsonNode> each = items.iterator(); each.hasNext(); ) {
                String id = Json.textOrEmpty(each.next(), "id");
                withoutIds |= id.isEmpty();
                if (!id.isEmpty() && !given.add(id)) {
                    each.remove();
                }
            }
        }
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
