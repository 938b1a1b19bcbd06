package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the objects of Data Center's REST API. */
final class DataCenterJson {

    private final URI base;

    DataCenterJson(URI base) {
        this.base = base;
    }

    Space space(JsonNode node) {
        return new Space(
                Json.text(node, "id"),
                Json.text(node, "key"),
                Json.textOrEmpty(node, "name"),
                Json.textOrNull(node.path("homepage"), "id"));
    }

    /** A page listed with its version, ancestors, history and labels. */
    Page page(JsonNode node, Space space) {
        return new Page(
                        Json.text(node, "id"),
                        space,
                        Json.textOrEmpty(node, "title"),
                        parentId(node),
                        Json.text(node, "status"),
                        Json.version(node, "when"),
                        base + node.path("_links").path("webui").asText(""),
                        Json.timeOrNull(node.path("history"), "createdDate"))
                .described(authors(node), CloudJson.labels(node.path("metadata").path("labels")));
    }

    private static List<Person> authors(JsonNode node) {
        Map<String, Person> authors = new LinkedHashMap<>();
        Stream.of(node.path("history").path("createdBy"), node.path("version").path("by"))
                .flatMap(user -> person(user).stream())
                .forEach(person -> authors.putIfAbsent(person.id(), person));
        return List.copyOf(authors.values());
    }

    /** Who is described; empty when that is nobody. Someone without an account has a name only. */
    static Optional<Person> person(JsonNode user) {
        String name = Json.textOrEmpty(user, "displayName");
        return Stream.of("userKey", "username", "displayName")
                .map(field -> Json.textOrEmpty(user, field))
                .filter(id -> !id.isBlank())
                .findFirst()
                .map(id -> new Person(id, name.isBlank() ? null : name));
    }

    /** A blog post listed with its version and history. */
    Page blogPost(JsonNode node, Space space) {
        String webui = node.path("_links").path("webui").asText("");
        OffsetDateTime made = Json.offsetTimeOrNull(node.path("history"), "createdDate");
        return new Page(
                        Json.text(node, "id"),
                        space,
                        Json.textOrEmpty(node, "title"),
                        null,
                        Json.text(node, "status"),
                        Json.version(node, "when"),
                        base + webui,
                        made == null ? null : made.toInstant(),
                        PostingDay.of(webui, made == null ? null : made.toLocalDate()),
                        null,
                        null)
                .described(authors(node), CloudJson.labels(node.path("metadata").path("labels")));
    }

    static String storage(JsonNode node) {
        return Json.text(Json.require(Json.require(node, "body"), "storage"), "value");
    }

    /** The attachments that a listing brings along inside their page; null when the list is missing, or cut. */
    @Nullable
    List<Attachment> inside(JsonNode page) {
        JsonNode list = page.path("children").path("attachment");
        JsonNode items = list.path("results");
        boolean whole = items.isArray()
                && !list.path("_links").has("next")
                && items.size() < list.path("limit").asInt(Integer.MAX_VALUE);
        String pageId = Json.text(page, "id");
        return whole
                ? StreamSupport.stream(items.spliterator(), false)
                        .map(item -> attachment(item, pageId))
                        .toList()
                : null;
    }

    Attachment attachment(JsonNode node, String pageId) {
        String id = Json.text(node, "id");
        PageVersion version = Json.version(node, "when");
        AttachmentRef ref = new AttachmentRef(
                id.startsWith("att") ? id : "att" + id,
                pageId,
                Json.text(node, "title"),
                node.path("extensions").path("fileSize").asLong(-1),
                Json.text(Json.require(node, "_links"), "download"));
        String mediaType = Json.textOrEmpty(node.path("extensions"), "mediaType");
        return new Attachment(
                ref,
                mediaType.isEmpty() ? Json.textOrEmpty(node.path("metadata"), "mediaType") : mediaType,
                version,
                Integer.toString(version.number()));
    }

    private static @Nullable String parentId(JsonNode node) {
        JsonNode ancestors = Json.require(node, "ancestors");
        return ancestors.isEmpty() ? null : Json.text(ancestors.get(ancestors.size() - 1), "id");
    }
}
