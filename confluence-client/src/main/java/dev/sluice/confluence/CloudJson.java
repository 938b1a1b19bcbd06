package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the objects of Cloud's REST API v2. */
final class CloudJson {

    private final URI base;

    CloudJson(URI base) {
        this.base = base;
    }

    Space space(JsonNode node) {
        return new Space(
                Json.text(node, "id"),
                Json.text(node, "key"),
                Json.textOrEmpty(node, "name"),
                Json.textOrNull(node, "homepageId"));
    }

    Page page(JsonNode node, Space space) {
        return new Page(
                        Json.text(node, "id"),
                        space,
                        Json.textOrEmpty(node, "title"),
                        Json.textOrNull(node, "parentId"),
                        Json.text(node, "status"),
                        Json.version(node, "createdAt"),
                        base + node.path("_links").path("webui").asText(""),
                        Json.timeOrNull(node, "createdAt"),
                        null,
                        Json.textOrNull(node, "parentType"),
                        null)
                .described(authors(node), null);
    }

    /** Ids alone: names are not listed. */
    private static List<Person> authors(JsonNode node) {
        return Stream.of(node.path("authorId"), node.path("version").path("authorId"))
                .map(id -> id.asText(""))
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> new Person(id, null))
                .toList();
    }

    static Optional<Person> person(JsonNode node) {
        String name = Json.textOrEmpty(node, "displayName");
        String shown = name.isBlank() ? Json.textOrEmpty(node, "publicName") : name;
        return shown.isBlank() ? Optional.empty() : Optional.of(new Person(Json.text(node, "accountId"), shown));
    }

    /** The labels of a page that a search of v1 gives with them; null when they are not whole. */
    static @Nullable List<String> labels(JsonNode labels) {
        JsonNode results = labels.path("results");
        boolean whole = results.isArray() && !labels.path("_links").has("next");
        return whole ? names(StreamSupport.stream(results.spliterator(), false)) : null;
    }

    /** Labels as people write them, those of teams with their prefix in front; one's own are nobody else's business. */
    static List<String> names(Stream<JsonNode> labels) {
        return labels.filter(label -> !Json.textOrEmpty(label, "prefix").equals("my"))
                .map(label -> {
                    String prefix = Json.textOrEmpty(label, "prefix");
                    String name = Json.text(label, "name");
                    return prefix.isEmpty() || prefix.equals("global") ? name : prefix + ":" + name;
                })
                .toList();
    }

    Page blogPost(JsonNode node, Space space) {
        Page page = page(node, space);
        Instant made = page.createdAt();
        LocalDate day = made == null ? null : LocalDate.ofInstant(made, ZoneOffset.UTC);
        return page.postedOn(PostingDay.of(node.path("_links").path("webui").asText(""), day));
    }

    static String storage(JsonNode node) {
        return Json.text(Json.require(Json.require(node, "body"), "storage"), "value");
    }

    Attachment attachment(JsonNode node) {
        String id = Json.text(node, "id");
        String pageId = container(node);
        AttachmentRef ref = new AttachmentRef(
                id, pageId, Json.text(node, "title"), node.path("fileSize").asLong(-1), downloadLink(node, pageId, id));
        PageVersion version = Json.version(node, "createdAt");
        String fileId = Json.textOrNull(node, "fileId");
        return new Attachment(
                ref,
                Json.textOrEmpty(node, "mediaType"),
                version,
                fileId == null ? "version-" + version.number() : fileId);
    }

    /** The page or blog post that an attachment belongs to; empty when it is neither. */
    static String container(JsonNode attachment) {
        String page = Json.textOrEmpty(attachment, "pageId");
        return page.isEmpty() ? Json.textOrEmpty(attachment, "blogPostId") : page;
    }

    /** The listed link when it is of the kind that takes an API token; the old servlet's path refuses those. */
    private static String downloadLink(JsonNode node, String pageId, String id) {
        String link = Json.textOrEmpty(node, "downloadLink");
        if (link.startsWith("/rest/api/content/") || link.startsWith("/wiki/rest/api/content/")) {
            return link;
        }
        return "/rest/api/content/" + Uris.encode(pageId) + "/child/attachment/" + Uris.encode(id) + "/download";
    }
}
