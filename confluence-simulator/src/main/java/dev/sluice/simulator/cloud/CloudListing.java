package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.Position;
import dev.sluice.simulator.site.Slice;
import dev.sluice.simulator.site.Sortable;
import dev.sluice.simulator.site.Sorting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The paging of REST v2: an opaque cursor, a {@code next} link that repeats every parameter and does not end with the
 * cursor, and its twin in the Link header.
 */
final class CloudListing {

    private static final int LARGEST = 250;
    private static final List<String> SINGLE =
            List.of("limit", "cursor", "sort", "body-format", "depth", "title", "filename", "mediaType");

    private final Request request;
    private final Site site;
    private final int limit;
    private final Sorting sorting;
    private final @Nullable Position after;

    /** What a listing needs to know of its site. */
    record Site(String baseUrl, int listingCap, Duration cursorLifetime) {}

    /** Reads the parameters that all listings have in common; 400 when one is wrong. */
    CloudListing(Request request, Site site, int defaultLimit) {
        this.request = request;
        this.site = site;
        for (String name : SINGLE) {
            if (request.query().count(name) > 1) {
                throw CloudErrors.invalid("Parameter '" + name + "' must not be repeated.", null);
            }
        }
        this.limit = request.query().one("limit").map(CloudListing::limit).orElse(defaultLimit);
        this.sorting = request.query().one("sort").map(CloudListing::sorting).orElse(Sorting.BY_ID);
        this.after = request.query().one("cursor").map(this::decode).orElse(null);
    }

    private static int limit(String text) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw CloudErrors.wrongType("limit", "int", "limit is not a number");
        }
        if (value < 1 || value > LARGEST) {
            throw CloudErrors.invalid("Provided value for 'limit' is out of range.", "limit is from 1 to " + LARGEST);
        }
        return value;
    }

    private static Sorting sorting(String text) {
        boolean descending = text.startsWith("-");
        return switch (descending ? text.substring(1) : text) {
            case "id" -> new Sorting(Sorting.Key.ID, descending);
            case "created-date" -> new Sorting(Sorting.Key.CREATED, descending);
            case "modified-date" -> new Sorting(Sorting.Key.MODIFIED, descending);
            case "title" -> new Sorting(Sorting.Key.TITLE, descending);
            default -> throw CloudErrors.wrongType("sort", "SortOrder", "unknown sort order: " + text);
        };
    }

    /** No more items than this, for listings that are cut short when bodies are asked for. */
    CloudListing atMost(int items) {
        return items >= limit ? this : new CloudListing(this, items);
    }

    private CloudListing(CloudListing other, int limit) {
        this.request = other.request;
        this.site = other.site;
        this.limit = limit;
        this.sorting = other.sorting;
        this.after = other.after;
    }

    /** The number of items asked for. */
    int limit() {
        return limit;
    }

    private int size() {
        return Math.min(limit, site.listingCap());
    }

    /** What to ask of the store: one item more than is shown, to know whether there is a next page. */
    Slice slice() {
        return new Slice(sorting, after, 0, size() + 1);
    }

    /** The answer, from what {@link #slice()} gave. */
    <T extends Sortable> Response answer(List<T> found, Function<T, JsonNode> shape) {
        int shown = Math.min(found.size(), size());
        Position last = found.size() > shown ? sorting.positionOf(found.get(shown - 1)) : null;
        return answer(found.subList(0, shown), shape, last);
    }

    /** The answer for a list that is at hand as a whole; its cursor counts items. */
    <T> Response answerFrom(List<T> all, Function<T, JsonNode> shape) {
        int from = after == null ? 0 : (int) Math.min(after.id(), all.size());
        int to = Math.min(from + size(), all.size());
        return answer(all.subList(from, to), shape, to < all.size() ? new Position(Integer.toString(to), to) : null);
    }

    private <T> Response answer(List<T> items, Function<T, JsonNode> shape, @Nullable Position last) {
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        items.forEach(item -> results.add(shape.apply(item)));
        ObjectNode links = body.putObject("_links");
        String header = "<" + site.baseUrl() + ">; rel=\"base\"";
        if (last != null) {
            String next = next(last);
            links.put("next", next);
            header = "<" + next + ">; rel=\"next\", " + header;
        }
        links.put("base", site.baseUrl());
        return Response.json(200, body).with("Link", header);
    }

    private String next(Position last) {
        Query others = request.query().without("cursor");
        if (others.count("limit") == 0) {
            others = others.endingWith("limit", Integer.toString(limit));
        }
        String path = "/" + String.join("/", request.path());
        return path + "?" + others.startingWith("cursor", encode(last)).encoded();
    }

    private String encode(Position position) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(position.id()))
                .put("contentOrder", sorting.toString())
                .put("contentOrderValue", position.value());
        if (site.cursorLifetime().isPositive()) {
            json.put("issued", System.currentTimeMillis());
        }
        return Base64.getUrlEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Position decode(String cursor) {
        try {
            ObjectNode json = Json.parseObject(Base64.getUrlDecoder().decode(cursor));
            String value = json.required("contentOrderValue").asText();
            long age = System.currentTimeMillis() - json.path("issued").asLong(Long.MAX_VALUE);
            if (age > site.cursorLifetime().toMillis() && json.has("issued")) {
                throw brokenCursor();
            }
            if (json.required("contentOrder").asText().equals(sorting.toString())) {
                return new Position(value, Long.parseLong(json.required("id").asText()));
            }
        } catch (IllegalArgumentException broken) {
            throw brokenCursor();
        }
        throw brokenCursor();
    }

    private static RuntimeException brokenCursor() {
        return CloudErrors.wrongType(
                "cursor",
                "Cursor",
                "The provided cursor was not valid. "
                        + "You can get a new valid cursor by making the original pagination request again.");
    }
}
