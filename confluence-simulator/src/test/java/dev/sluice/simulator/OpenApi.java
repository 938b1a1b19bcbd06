package dev.sluice.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A published description of a REST API, and what of an answer it does not allow. */
final class OpenApi {

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi read(Path file) {
        try {
            return new OpenApi(Visitor.JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has a GET of this path. */
    boolean describes(String path) {
        return document.path("paths").path(path).has("get");
    }

    /** What of a 200 to a GET of the path is other than described, each with its place; fields may be added. */
    List<String> violations(String path, JsonNode answer) {
        JsonNode responses = document.path("paths").path(path).path("get").path("responses");
        JsonNode content = responses.path("200").path("content");
        Map<String, String> found = new TreeMap<>();
        for (JsonNode type : content) {
            check(type.path("schema"), answer, "", found);
        }
        return found.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    private void check(JsonNode given, JsonNode value, String place, Map<String, String> found) {
        JsonNode schema = resolved(given);
        if (value.isNull()) {
            // also where the description does not allow it: the real one gives null for what there is none of
            return;
        }
        schema.path("allOf").forEach(part -> check(part, value, place, found));
        checkChoice(schema, value, place, found);
        String type = schema.path("type").asText("");
        if (!isOfType(type, value)) {
            found.put(place, "is " + value.getNodeType() + ", not " + type);
            return;
        }
        checkEnum(schema, value, place, found);
        schema.path("required").forEach(name -> {
            boolean nullable = resolved(schema.path("properties").path(name.asText()))
                    .path("nullable")
                    .asBoolean();
            if (nullable ? !value.has(name.asText()) : !value.hasNonNull(name.asText())) {
                found.put(place + "/" + name.asText(), "is missing");
            }
        });
        schema.path("properties").properties().forEach(property -> {
            JsonNode child = value.get(property.getKey());
            if (child != null) {
                check(property.getValue(), child, place + "/" + property.getKey(), found);
            }
        });
        if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, place + "[]", found));
        }
    }

    /** One of the alternatives has to fit. */
    private void checkChoice(JsonNode schema, JsonNode value, String place, Map<String, String> found) {
        for (String choice : List.of("oneOf", "anyOf")) {
            List<Map<String, String>> tries = new ArrayList<>();
            schema.path(choice).forEach(part -> {
                Map<String, String> wrong = new TreeMap<>();
                check(part, value, place, wrong);
                tries.add(wrong);
            });
            if (!tries.isEmpty() && tries.stream().noneMatch(Map::isEmpty)) {
                found.putAll(tries.getFirst());
            }
        }
    }

    private static void checkEnum(JsonNode schema, JsonNode value, String place, Map<String, String> found) {
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray()
                && StreamSupport.stream(allowed.spliterator(), false)
                        .noneMatch(one -> one.asText().equals(value.asText()))) {
            found.put(place, "is '" + value.asText() + "', not one of " + allowed);
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode current = schema;
        while (current.has("$ref")) {
            current = document.at(current.path("$ref").asText().substring(1));
        }
        return current;
    }
}
