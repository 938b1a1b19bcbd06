package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields of an answer: required ones are there or the answer is refused, others may be missing. */
final class Json {

    private Json() {}

    static JsonNode require(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ConfluenceException(
                    ConfluenceException.Category.MALFORMED,
                    "Confluence left out the field " + field + " that its API promises; check that the address is a"
                            + " Confluence that Sluice supports.");
        }
        return value;
    }

    static String text(JsonNode node, String field) {
        return require(node, field).asText();
    }

    /** The field as text; empty when it is missing. */
    static String textOrEmpty(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** A time that only informs: null when it is missing or no date. */
    static @Nullable Instant timeOrNull(JsonNode node, String field) {
        OffsetDateTime time = offsetTimeOrNull(node, field);
        return time == null ? null : time.toInstant();
    }

    /** Like {@link #timeOrNull}, with the offset that the server gave. */
    static @Nullable OffsetDateTime offsetTimeOrNull(JsonNode node, String field) {
        try {
            return OffsetDateTime.parse(textOrEmpty(node, field));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Where pages are, by their statuses; what is in none of these states is as good as gone. */
    static Map<String, Whereabouts> whereabouts(Stream<JsonNode> pages) {
        Map<String, Whereabouts> found = new HashMap<>();
        pages.forEach(page -> {
            String id = text(page, "id");
            switch (textOrEmpty(page, "status")) {
                case "current" -> found.put(id, Whereabouts.IN_USE);
                case "archived" -> found.put(id, Whereabouts.ARCHIVED);
                case "trashed" -> found.put(id, Whereabouts.IN_TRASH);
                default -> {}
            }
        });
        return found;
    }

    /** A version object: its number, and the time in the field that the product uses. */
    static PageVersion version(JsonNode owner, String timeField) {
        JsonNode version = owner.path("version");
        if (!version.hasNonNull("number") || !version.hasNonNull(timeField)) {
            return PageVersion.UNKNOWN;
        }
        String time = text(version, timeField);
        try {
            Instant instant = OffsetDateTime.parse(time).toInstant();
            return new PageVersion(version.path("number").asInt(), instant);
        } catch (DateTimeException e) {
            throw new ConfluenceException(
                    ConfluenceException.Category.MALFORMED,
                    "Confluence gave a version time that is no date: " + time + ".",
                    e);
        }
    }
}
