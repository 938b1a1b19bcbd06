package dev.sluice.simulator;

import dev.sluice.simulator.content.Xml;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.site.AttachmentChanges;
import dev.sluice.simulator.site.AttachmentFilter;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.BodyFolder;
import dev.sluice.simulator.site.ContentKind;
import dev.sluice.simulator.site.ContentStatus;
import dev.sluice.simulator.site.PageFilter;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteChanges;
import dev.sluice.simulator.site.SiteEvents;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.Slice;
import dev.sluice.simulator.site.SpaceChanges;
import dev.sluice.simulator.site.SpaceView;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on the site, and what people do to it. Each operation makes a new version exactly where Confluence does, and
 * lets a logical clock tick, so that equal operations on equal sites give equal answers. Thread-safe. An unknown id is an
 * {@link IllegalArgumentException}, what Confluence would refuse an {@link IllegalStateException}.
 */
public final class SimulatedSite extends CommentedSite {

    private final SiteStore store;
    private final SiteChanges changes;
    private final AttachmentChanges attachments;
    private final SpaceChanges spaces;

    SimulatedSite(SiteStore store, SiteEvents events) {
        super(store, events);
        this.store = store;
        this.changes = new SiteChanges(store);
        this.attachments = new AttachmentChanges(store, changes);
        this.spaces = new SpaceChanges(store, changes);
    }

    public List<String> spaceKeys() {
        return store.spaces().stream().map(SpaceView::key).toList();
    }

    /** Ids of the current and archived pages of a space that visitors may see, by age. */
    public List<String> pageIds(String spaceKey) {
        return ids(spaceKey, ContentKind.PAGE);
    }

    /** Ids of the blog posts of a space that visitors may see, by age. */
    public List<String> blogPostIds(String spaceKey) {
        return ids(spaceKey, ContentKind.BLOG_POST);
    }

    private List<String> ids(String spaceKey, ContentKind kind) {
        long space = store.space(spaceKey)
                .orElseThrow(() -> new IllegalArgumentException("no such space: " + spaceKey))
                .id();
        Set<ContentStatus> listed = Set.of(ContentStatus.CURRENT, ContentStatus.ARCHIVED);
        return store
                .pages(new PageFilter(Set.of(space), listed, null, false).of(kind), Slice.offset(0, Integer.MAX_VALUE))
                .stream()
                .map(page -> Long.toString(page.id()))
                .toList();
    }

    /** A page or blog post as it is, whoever may see it. */
    public SimulatedPage page(String id) {
        PageView page = view(id);
        return new SimulatedPage(
                id,
                page.title(),
                page.parentId() == null ? null : Long.toString(page.parentId()),
                page.version(),
                page.spaceKey(),
                page.status().word());
    }

    /** The body in storage format, as a client gets it now. */
    public String storage(String pageId) {
        PageView page = view(pageId);
        return store.text(page.revision().body(), page.spaceKey());
    }

    private PageView view(String id) {
        return store.anyPage(number(id)).orElseThrow(() -> new IllegalArgumentException("no such page: " + id));
    }

    private void changed(String id, String how) {
        boolean post = view(id).kind() == ContentKind.BLOG_POST;
        happened((post ? "blog_" : "page_") + how, id);
    }

    /** The current attachments of a page that visitors may see, by age. */
    public List<SimulatedAttachment> attachments(String pageId) {
        return store.attachments(number(pageId), AttachmentFilter.CURRENT, Slice.offset(0, Integer.MAX_VALUE)).stream()
                .map(SimulatedSite::attachment)
                .toList();
    }

    private static SimulatedAttachment attachment(AttachmentView view) {
        return new SimulatedAttachment(
                view.key(),
                Long.toString(view.pageId()),
                view.fileName(),
                view.mediaType(),
                view.version(),
                view.content().size());
    }

    /** Writes a new body: version + 1. */
    public void editPage(String id, String newStorage) {
        changes.edit(number(id), newStorage);
        changed(id, "updated");
    }

    /** Adds a paragraph of plain text at the end: version + 1. */
    public void appendToPage(String id, String text) {
        changes.append(number(id), "<p>" + Xml.escape(text) + "</p>");
        changed(id, "updated");
    }

    /** Saves a page as it is: no new version. */
    public void identicalPut(String id) {
        changes.putUnchanged(number(id));
    }

    /** Renames: version + 1, body untouched. */
    public void renamePage(String id, String newTitle) {
        changes.rename(number(id), newTitle);
        changed(id, "updated");
    }

    /**
     * Drags a page and all below it under another page, also of another space: no new version. Its own parent makes it
     * the last of its siblings.
     */
    public void movePage(String id, String newParentId) {
        changes.move(number(id), number(newParentId));
        changed(id, "moved");
    }

    /** Moves as a client does that writes the page with another parent: version + 1 of the page itself. */
    public void movePageByPut(String id, String newParentId) {
        changes.moveByPut(number(id), number(newParentId));
        changed(id, "moved");
    }

    /** Restores the body of an older version: version + 1. */
    public void restoreVersion(String id, int number) {
        changes.restoreVersion(number(id), number);
        changed(id, "updated");
    }

    /**
     * Makes a page and gives its id.
     *
     * @param parentId null for the top of the space
     */
    public String createPage(String spaceKey, @Nullable String parentId, String title, String storage) {
        Long parent = parentId == null ? null : number(parentId);
        return happened("page_created", Long.toString(changes.createPage(spaceKey, parent, title, storage)));
    }

    /** Publishes a blog post and gives its id; titles are unique within a day. */
    public String createBlogPost(String spaceKey, String title, String storage) {
        return happened("blog_created", Long.toString(spaces.createBlogPost(spaceKey, title, storage)));
    }

    /**
     * Makes a folder ({@code folder}), {@code whiteboard}, {@code database} or {@code embed} and gives its id: pages can be
     * created in it and moved into it. Cloud only.
     */
    public String createContainer(String kind, String spaceKey, @Nullable String parentId, String title) {
        ContentKind wanted = Arrays.stream(ContentKind.values())
                .filter(each -> each.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind: " + kind));
        Long parent = parentId == null ? null : number(parentId);
        return Long.toString(spaces.createContainer(wanted, spaceKey, parent, title));
    }

    /** Puts a page in the trash; its children move up. */
    public void trashPage(String id) {
        changes.trash(number(id));
        changed(id, "removed");
    }

    /** Takes a page out of the trash: version + 1. */
    public void restorePage(String id) {
        changes.restore(number(id));
        changed(id, "restored");
    }

    /** Removes a page for good; the event says trashed, as Data Center calls that. */
    public void purgePage(String id) {
        changed(id, "trashed");
        changes.purge(number(id));
    }

    /** Hides a page, and all below it, from the owner of the credentials: no new version. */
    public void restrictPage(String id) {
        changes.restrict(number(id), true);
    }

    public void unrestrictPage(String id) {
        changes.restrict(number(id), false);
    }

    /** Uploads a file and gives the id of the attachment; a name in use gets a new version of it. */
    public String addAttachment(String pageId, String fileName, byte[] bytes) {
        return happened("attachment_created", "att" + attachments.attach(number(pageId), fileName, bytes));
    }

    /** New bytes: attachment version + 1 and a new file id; the page stays as it is. */
    public void newAttachmentVersion(String attachmentId, byte[] bytes) {
        attachments.upload(attachmentNumber(attachmentId), bytes);
        happened("attachment_updated", attachmentId);
    }

    /** Another name for the same bytes: attachment version + 1, the same file id. */
    public void renameAttachment(String attachmentId, String fileName) {
        attachments.rename(attachmentNumber(attachmentId), fileName);
    }

    /** Hands a file over to another page: no new version of anything. */
    public void moveAttachment(String attachmentId, String pageId) {
        attachments.move(attachmentNumber(attachmentId), number(pageId));
    }

    public void deleteAttachment(String attachmentId) {
        attachments.deleteAttachment(attachmentNumber(attachmentId));
        happened("attachment_removed", attachmentId);
    }

    /** Deletes the oldest version: the numbers of all later ones go down by one, the body stays. */
    public void deleteHistoricalVersion(String id) {
        changes.deleteOldestVersion(number(id));
    }

    public void archivePage(String id) {
        changes.archive(number(id), true);
    }

    public void unarchivePage(String id) {
        changes.archive(number(id), false);
    }

    /**
     * Makes a space of a folder of storage bodies ({@code .xhtml}, {@code .xml}, {@code .html}): a page per file, titled
     * by the file's name, and a parent page per sub-folder.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    public void loadSpace(String key, String name, Path folder) {
        new BodyFolder(changes).load(key, name, folder);
    }

    /** Archives a space, with all that is in it as it is. */
    public void archiveSpace(String key) {
        spaces.archiveSpace(key, true);
    }

    /** Makes a space with a home page of the same name, and gives the id of the space; a key such as ~jane is personal. */
    public String createSpace(String key, String name) {
        return Long.toString(changes.createSpace(key, name));
    }

    /** Another name for a space: its key and its pages stay as they are. */
    public void renameSpace(String key, String name) {
        changes.renameSpace(key, name);
    }

    static long number(String id) {
        return Numbers.parse(id).orElseThrow(() -> new IllegalArgumentException("not an id: " + id));
    }

    private static long attachmentNumber(String id) {
        return number(id.startsWith("att") ? id.substring(3) : id);
    }
}
