package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.Slice;
import java.util.List;
import java.util.function.Function;

/** Paging by offset: {@code start}, {@code limit}, {@code size}, and a {@code next} link relative to the base URL. */
final class OffsetListing {

    private final Request request;
    private final V1Links links;
    private final long start;
    private final int limit;

    /** Reads the parameters; the limit is cut to the greatest size without a word. */
    OffsetListing(Request request, V1Links links, int defaultLimit, int greatest) {
        this.request = request;
        this.links = links;
        this.start = number(request, "start", 0);
        this.limit = (int) Math.min(number(request, "limit", defaultLimit), Math.min(greatest, links.listingCap()));
    }

    static long number(Request request, String name, int otherwise) {
        return request.query()
                .one(name)
                .map(text -> Numbers.parse(text)
                        .orElseThrow(() -> DataCenterErrors.invalid(name + " must be a number from 0: " + text)))
                .orElse((long) otherwise);
    }

    /** What to ask of the store: one more than is shown. */
    Slice slice() {
        return Slice.offset(start, limit + 1);
    }

    /** The answer, from what {@link #slice()} gave. */
    <T> Response answer(List<T> found, Function<T, JsonNode> shape) {
        int shown = Math.min(found.size(), limit);
        return Response.json(200, body(found.subList(0, shown), found.size() > shown && limit > 0, shape));
    }

    /** The answer for a list that is at hand as a whole. */
    <T> Response answerFrom(List<T> all, Function<T, JsonNode> shape) {
        int from = (int) Math.min(start, all.size());
        return answer(all.subList(from, Math.min(all.size(), from + limit + 1)), shape);
    }

    private <T> ObjectNode body(List<T> items, boolean more, Function<T, JsonNode> shape) {
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        items.forEach(item -> results.add(shape.apply(item)));
        body.put("start", start).put("limit", limit).put("size", items.size());
        String path =
                "/" + String.join("/", request.path().subList(1, request.path().size()));
        ObjectNode linked = body.putObject("_links").put("self", links.base() + path);
        if (more) {
            Query next = request.query()
                    .without("start")
                    .without("limit")
                    .endingWith("limit", Integer.toString(limit))
                    .endingWith("start", Long.toString(start + limit));
            linked.put("next", path + "?" + next.encoded());
        }
        links.addTo(linked);
        return body;
    }
}
