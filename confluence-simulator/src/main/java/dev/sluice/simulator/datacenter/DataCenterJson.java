package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.content.Dice;
import dev.sluice.simulator.content.People;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.site.AttachmentFilter;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.Slice;
import dev.sluice.simulator.site.SpaceView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The objects of the REST API of Data Center. */
final class DataCenterJson {

    private static final int INLINE_ATTACHMENTS = 25;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(1));

    private final SiteStore store;
    private final V1Links links;
    private final DataCenterComments comments;

    DataCenterJson(SiteStore store, V1Links links) {
        this.store = store;
        this.links = links;
        this.comments = new DataCenterComments(store, links);
    }

    /** A page with what is to be expanded; the rest is named in {@code _expandable}. */
    ObjectNode page(PageView page, Expansions expand) {
        String self = "/rest/api/content/" + page.id();
        ObjectNode json = summary(page);
        ObjectNode expandable = Json.object();
        if (expand.has("space")) {
            store.space(page.spaceId()).ifPresent(space -> json.set("space", space(space, new Expansions(List.of()))));
        } else {
            expandable.put("space", "/rest/api/space/" + page.spaceKey());
        }
        if (expand.has("history")) {
            json.set("history", history(page, expand.has("history.lastUpdated")));
        } else {
            expandable.put("history", self + "/history");
        }
        if (expand.has("version")) {
            json.set("version", version(page.version(), page.revision()));
        } else {
            expandable.put("version", "");
        }
        if (expand.has("ancestors")) {
            ArrayNode ancestors = json.putArray("ancestors");
            store.ancestors(page.id()).forEach(above -> ancestors.add(summary(above)));
        } else {
            expandable.put("ancestors", "");
        }
        addBody(page, expand, json, expandable);
        addMore(page, expand, json, expandable);
        return json.set("_expandable", expandable);
    }

    private ObjectNode summary(PageView page) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(page.id()))
                .put("type", page.kind().word())
                .put("status", page.status().word())
                .put("title", page.title());
        json.putObject("extensions").put("position", page.position());
        json.putObject("_links")
                .put("webui", webui(page))
                .put("edit", "/pages/resumedraft.action?draftId=" + page.id())
                .put("tinyui", "/x/" + Long.toString(page.id(), 36))
                .put("self", links.base() + "/rest/api/content/" + page.id());
        return json;
    }

    static String webui(PageView page) {
        return page.isBlogPost()
                ? "/display/" + page.spaceKey() + "/" + page.posted() + "/" + Query.encode(page.title())
                : "/spaces/" + page.spaceKey() + "/pages/" + page.id() + "/" + Query.encode(page.title());
    }

    private void addBody(PageView page, Expansions expand, ObjectNode json, ObjectNode expandable) {
        if (!expand.has("body")) {
            expandable.put("body", "");
            return;
        }
        ObjectNode body = json.putObject("body");
        if (expand.has("body.storage")) {
            body.putObject("storage")
                    .put("value", store.storage(page.revision().body(), page.spaceKey()))
                    .put("representation", "storage")
                    .putObject("_expandable")
                    .put("content", "/rest/api/content/" + page.id());
        }
        body.putObject("_expandable").put("view", "").put("export_view", "").put("editor", "");
    }

    private void addMore(PageView page, Expansions expand, ObjectNode json, ObjectNode expandable) {
        if (expand.has("metadata.labels")) {
            ObjectNode labels = json.putObject("metadata").putObject("labels");
            ArrayNode results = labels.putArray("results");
            page.labels().forEach(label -> results.add(label(label)));
            labels.put("start", 0).put("limit", 200).put("size", results.size());
        } else {
            expandable.put("metadata", "");
        }
        if (expand.has("children.attachment")) {
            Expansions inner = expand.below("children.attachment");
            json.putObject("children").set("attachment", inlineAttachments(page.id(), inner));
        } else {
            expandable.put("children", "/rest/api/content/" + page.id() + "/child");
        }
        if (expand.has("descendants.comment")) {
            Expansions inner = expand.below("descendants.comment");
            json.putObject("descendants").set("comment", comments.inside(page.id(), inner));
        } else {
            expandable.put("descendants", "/rest/api/content/" + page.id() + "/descendant");
        }
    }

    private ObjectNode inlineAttachments(long pageId, Expansions expand) {
        int most = Math.min(INLINE_ATTACHMENTS, links.listingCap());
        List<AttachmentView> found = store.attachments(pageId, AttachmentFilter.CURRENT, Slice.offset(0, most + 1));
        List<AttachmentView> shown = found.subList(0, Math.min(found.size(), most));
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        shown.forEach(attachment -> results.add(attachment(attachment, expand)));
        json.put("start", 0).put("limit", most).put("size", shown.size());
        String path = "/rest/api/content/" + pageId + "/child/attachment";
        ObjectNode linked = json.putObject("_links").put("self", links.base() + path);
        if (found.size() > shown.size()) {
            String expansion = expand.paths().isEmpty() ? "" : "expand=" + String.join(",", expand.paths()) + "&";
            linked.put("next", path + "?" + expansion + "limit=" + most + "&start=" + most);
        }
        return json;
    }

    ObjectNode attachment(AttachmentView attachment, Expansions expand) {
        ObjectNode json = Json.object()
                .put("id", attachment.key())
                .put("type", "attachment")
                .put("status", attachment.status().word())
                .put("title", attachment.fileName());
        json.putObject("metadata").put("mediaType", attachment.mediaType());
        json.putObject("extensions")
                .put("mediaType", attachment.mediaType())
                .put("fileSize", attachment.content().size())
                .put("comment", "");
        if (expand.has("version")) {
            json.set("version", version(attachment.version(), attachment.createdAt(), 0));
        }
        String download = "/download/attachments/" + attachment.pageId() + "/" + Query.encode(attachment.fileName())
                + "?version=" + attachment.version() + "&modificationDate=" + attachment.createdAt()
                + "&cacheVersion=1&api=v2";
        json.putObject("_links")
                .put("webui", "/display/~/" + attachment.pageId() + "?preview=" + attachment.id())
                .put("download", download)
                .put("self", links.base() + "/rest/api/content/" + attachment.key());
        json.putObject("_expandable").put("container", "/rest/api/content/" + attachment.pageId());
        return json;
    }

    ObjectNode space(SpaceView space, Expansions expand) {
        ObjectNode json = Json.object()
                .put("id", space.id())
                .put("key", space.key())
                .put("name", space.name())
                .put("type", space.type())
                .put("status", space.status().toUpperCase(Locale.ROOT));
        json.putObject("_links")
                .put("webui", "/display/" + space.key())
                .put("self", links.base() + "/rest/api/space/" + space.key());
        String homepage = "/rest/api/content/" + space.homepageId();
        if (expand.has("homepage")) {
            store.page(space.homepageId()).ifPresent(page -> json.set("homepage", summary(page)));
        }
        json.putObject("_expandable").put("metadata", "").put("icon", "").put("homepage", homepage);
        return json;
    }

    private static ObjectNode history(PageView page, boolean lastUpdated) {
        ObjectNode json = Json.object()
                .put("latest", true)
                .put("createdDate", time(page.createdAt()))
                .set("createdBy", user(page.creator()));
        if (lastUpdated) {
            json.set("lastUpdated", version(page.version(), page.revision()));
        }
        return json;
    }

    static ObjectNode version(int number, Revision revision) {
        return version(number, revision.createdAt(), revision.author()).put("message", revision.message());
    }

    static ObjectNode version(int number, long createdAt, int author) {
        return Json.object()
                .put("when", time(createdAt))
                .put("message", "")
                .put("number", number)
                .put("minorEdit", false)
                .put("hidden", false)
                .set("by", user(author));
    }

    static ObjectNode label(String name) {
        return Json.object()
                .put("prefix", "global")
                .put("name", name)
                .put("id", Long.toString(Dice.mix(name.hashCode()) >>> 40))
                .put("label", name);
    }

    static ObjectNode user(int index) {
        return Json.object()
                .put("type", "known")
                .put("username", People.userName(index))
                .put("userKey", People.id(Mode.DATA_CENTER, index))
                .put("displayName", People.displayName(index));
    }

    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
