package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Looks people up on Cloud, 250 in a request. */
final class CloudPeople {

    private static final int IDS_AT_ONCE = 250;

    private final SiteHttp http;

    CloudPeople(SiteHttp http) {
        this.http = http;
    }

    /** Who someone is who is no stranger to the site. */
    static Account account(JsonNode user) {
        return new Account(Json.text(user, "accountId"), Json.textOrEmpty(user, "displayName"));
    }

    List<Person> withIds(Collection<String> ids) {
        return ids.stream()
                .distinct()
                .gather(Gatherers.windowFixed(IDS_AT_ONCE))
                .flatMap(this::group)
                .toList();
    }

    /** An id that Confluence takes for none must not keep the names of the others from us: it is found by halving. */
    private Stream<Person> group(List<String> ids) {
        try {
            return ask(ids);
        } catch (ConfluenceException e) {
            return switch (e.category()) {
                case NOT_FOUND -> Stream.of();
                case MALFORMED -> ids.size() == 1 ? Stream.of() : halves(ids);
                case NOT_AUTHORISED, FORBIDDEN, THROTTLED, UNAVAILABLE -> throw e;
            };
        }
    }

    private Stream<Person> halves(List<String> ids) {
        int half = ids.size() / 2;
        return Stream.of(ids.subList(0, half), ids.subList(half, ids.size())).flatMap(this::group);
    }

    private Stream<Person> ask(List<String> ids) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        ArrayNode asked = question.putArray("accountIds");
        ids.forEach(asked::add);
        return ListingWalk.items(http.post("/api/v2/users-bulk", question))
                .flatMap(user -> CloudJson.person(user).stream());
    }
}
