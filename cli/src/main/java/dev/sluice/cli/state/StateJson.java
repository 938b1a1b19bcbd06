package dev.sluice.cli.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.store.ObjectKeys;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;

/** Fields of state files, checked: an {@link IllegalArgumentException} says which is wrong. */
final class StateJson {

    private StateJson() {}

    static JsonNode require(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("it lacks the field " + field);
        }
        return value;
    }

    static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream();
    }

    /** A path in the export; what leads out of it is refused. */
    static String path(JsonNode object, String field) {
        String path = require(object, field).asText().replace('\\', '/');
        try {
            ObjectKeys.requireSafe(path);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + path + "' is no path in the export", e);
        }
        if (path.startsWith(".sluice/")) {
            throw new IllegalArgumentException("'" + path + "' is Sluice's own");
        }
        return path;
    }

    /** A whole number that is no version is 0: not known. */
    static int version(JsonNode object) {
        return Math.max(0, object.path("version").asInt(0));
    }

    /** ISO 8601 with any offset, or seconds since 1970. */
    static Instant time(JsonNode value) {
        if (value.isNumber()) {
            return Instant.ofEpochSecond(value.asLong());
        }
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + value.asText() + "' is no time", e);
        }
    }

    static String pageId(String id) {
        if (!id.matches("[0-9]{1,19}")) {
            throw new IllegalArgumentException("'" + id + "' is no page id");
        }
        return id;
    }
}
