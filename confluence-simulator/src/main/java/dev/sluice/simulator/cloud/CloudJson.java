package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.content.Dice;
import dev.sluice.simulator.content.People;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.ContentKind;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.SpaceView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The objects of REST v2, with some fields that the specification does not have. */
final class CloudJson {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CloudJson() {}

    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    static ObjectNode space(SpaceView space) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(space.id()))
                .put("key", space.key())
                .put("name", space.name())
                .put("type", space.type())
                .put("status", space.status())
                .put("authorId", account(0))
                .put("currentActiveAlias", space.key())
                .put("spaceOwnerId", account(0))
                .put("createdAt", time(space.createdAt()))
                .put("homepageId", Long.toString(space.homepageId()))
                .putNull("description")
                .putNull("icon");
        json.putObject("_links").put("webui", "/spaces/" + space.key());
        return json;
    }

    static ObjectNode page(PageView page) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(page.id()))
                .put("status", page.status().word())
                .put("title", page.title())
                .put("spaceId", Long.toString(page.spaceId()));
        if (!page.isBlogPost()) {
            addPlace(page, json);
        }
        json.put("authorId", account(page.creator()))
                .put("createdAt", time(page.createdAt()))
                .set("version", version(page.version(), page.revision()));
        json.putObject("body");
        json.set("_links", pageLinks(page));
        return json;
    }

    private static void addPlace(PageView page, ObjectNode json) {
        if (page.parentId() == null) {
            json.putNull("parentId").putNull("parentType");
        } else {
            json.put("parentId", Long.toString(page.parentId()))
                    .put(
                            "parentType",
                            page.parentKind() == null ? null : page.parentKind().word());
        }
        json.put("position", page.position())
                .put("ownerId", account(page.creator()))
                .putNull("lastOwnerId");
    }

    private static ObjectNode pageLinks(PageView page) {
        String editor = "/spaces/" + page.spaceKey() + "/pages/edit-v2/" + page.id();
        return Json.object()
                .put("webui", webui(page))
                .put("editui", "/pages/resumedraft.action?draftId=" + page.id())
                .put("edituiv2", editor)
                .put("tinyui", "/x/" + Long.toString(page.id(), 36));
    }

    static String webui(PageView page) {
        String place = page.isBlogPost() ? "/blog/" + page.posted() + "/" : "/pages/";
        return "/spaces/" + page.spaceKey() + place + page.id() + "/" + Query.encode(page.title());
    }

    /** A folder, whiteboard, database or smart link. */
    static ObjectNode container(PageView page) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(page.id()))
                .put("type", page.kind().word())
                .put("status", page.status().word())
                .put("title", page.title())
                .put("spaceId", Long.toString(page.spaceId()));
        addPlace(page, json);
        json.put("authorId", account(page.revision().author()))
                .put("createdAt", time(page.createdAt()))
                .set("version", version(page.version(), page.revision()));
        json.putObject("_links")
                .put("webui", "/spaces/" + page.spaceKey() + "/" + page.kind().word() + "/" + page.id());
        return json;
    }

    static ObjectNode version(int number, Revision revision) {
        return Json.object()
                .put("number", number)
                .put("message", revision.message())
                .put("minorEdit", false)
                .put("authorId", account(revision.author()))
                .put("createdAt", time(revision.createdAt()))
                .put("ncsStepVersion", Long.toString(Dice.mix(revision.createdAt()) >>> 48));
    }

    static ObjectNode withBody(ObjectNode page, PageView view, SiteStore store) {
        page.putObject("body")
                .putObject("storage")
                .put("representation", "storage")
                .put("value", store.storage(view.revision().body(), view.spaceKey()));
        return page;
    }

    static ObjectNode attachment(AttachmentView attachment) {
        String download =
                "/rest/api/content/" + attachment.pageId() + "/child/attachment/" + attachment.key() + "/download";
        String webui = "/pages/viewpageattachments.action?pageId=" + attachment.pageId() + "&preview="
                + Query.encode("/" + attachment.pageId() + "/" + attachment.id() + "/" + attachment.fileName());
        String time = time(attachment.createdAt());
        ObjectNode json = Json.object()
                .put("id", attachment.key())
                .put("status", attachment.status().word())
                .put("title", attachment.fileName())
                .put("createdAt", time)
                .put(
                        attachment.container() == ContentKind.PAGE ? "pageId" : "blogPostId",
                        Long.toString(attachment.pageId()))
                .put("mediaType", attachment.mediaType())
                .put("mediaTypeDescription", "File")
                .put("comment", "")
                .put("fileId", attachment.fileId())
                .put("fileSize", attachment.content().size())
                .put("webuiLink", webui)
                .put("downloadLink", download);
        json.putObject("version")
                .put("number", attachment.version())
                .put("message", "")
                .put("minorEdit", true)
                .put("authorId", account(0))
                .put("createdAt", time);
        json.putObject("_links").put("webui", webui).put("download", download);
        return json;
    }

    /** An entry of direct-children: no version and no parent. */
    static ObjectNode child(PageView page) {
        return Json.object()
                .put("id", Long.toString(page.id()))
                .put("status", page.status().word())
                .put("title", page.title())
                .put("type", page.kind().word())
                .put("spaceId", Long.toString(page.spaceId()))
                .put("childPosition", page.position());
    }

    static ObjectNode descendant(SiteStore.Descendant descendant) {
        PageView page = descendant.page();
        return Json.object()
                .put("id", Long.toString(page.id()))
                .put("status", page.status().word())
                .put("title", page.title())
                .put("type", page.kind().word())
                .put("parentId", String.valueOf(page.parentId()))
                .put("depth", descendant.depth())
                .put("childPosition", page.position());
    }

    static ObjectNode label(String name) {
        return Json.object()
                .put("id", Long.toString(Dice.mix(name.hashCode()) >>> 40))
                .put("name", name)
                .put("prefix", "global");
    }

    static ObjectNode user(int index) {
        return Json.object()
                .put("accountId", account(index))
                .put("accountType", "atlassian")
                .put("accountStatus", "active")
                .put("displayName", People.displayName(index))
                .put("publicName", People.userName(index))
                .put("email", "")
                .put("timeZone", "UTC")
                .put("isExternalCollaborator", false);
    }

    static String account(int index) {
        return People.id(Mode.CLOUD, index);
    }
}
