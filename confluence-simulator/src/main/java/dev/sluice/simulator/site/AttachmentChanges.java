package dev.sluice.simulator.site;

import dev.sluice.simulator.content.BinaryContent;
import java.util.ArrayList;

/** The operations that people perform on attachments; none of them makes a new version of the page. */
public final class AttachmentChanges {

    private final SiteStore store;
    private final SiteChanges changes;

    public AttachmentChanges(SiteStore store, SiteChanges changes) {
        this.store = store;
        this.changes = changes;
    }

    /** Uploads a file; a name that is in use gets a new version. */
    public long attach(long pageId, String fileName, byte[] bytes) {
        return store.writing(() -> {
            PageState page = changes.usable(pageId);
            AttachmentState attachment = page.attachments.stream()
                    .filter(each -> each.fileName.equals(fileName) && each.status == ContentStatus.CURRENT)
                    .findFirst()
                    .orElseGet(() -> newAttachment(page, fileName));
            attachment.uploads.add(new AttachmentState.Upload(store.clock.tick(), new BinaryContent.Given(bytes)));
            return attachment.id;
        });
    }

    private AttachmentState newAttachment(PageState page, String fileName) {
        AttachmentState attachment = new AttachmentState(store.nextAttachmentId(), page, fileName);
        page.attachments = new ArrayList<>(page.attachments);
        page.attachments.add(attachment);
        store.attachments.put(attachment.id, attachment);
        return attachment;
    }

    public void upload(long attachmentId, byte[] bytes) {
        store.writing(() -> attachment(attachmentId)
                .uploads
                .add(new AttachmentState.Upload(store.clock.tick(), new BinaryContent.Given(bytes))));
    }

    /** Puts an attachment in the trash. */
    public void deleteAttachment(long attachmentId) {
        store.writing(() -> attachment(attachmentId).status = ContentStatus.TRASHED);
    }

    /** Gives another name: a new version of the same bytes. */
    public void rename(long attachmentId, String fileName) {
        store.writing(() -> {
            AttachmentState attachment = attachment(attachmentId);
            requireFree(attachment.page, fileName, attachment);
            AttachmentState.Upload now = attachment.uploads.getLast();
            attachment.fileName = fileName;
            return attachment.uploads.add(
                    new AttachmentState.Upload(store.clock.tick(), now.content(), now.storedAt()));
        });
    }

    /** Moves to another page: no new version. */
    public void move(long attachmentId, long pageId) {
        store.writing(() -> {
            AttachmentState attachment = attachment(attachmentId);
            PageState target = changes.usable(pageId);
            requireFree(target, attachment.fileName, attachment);
            attachment.page.attachments = new ArrayList<>(attachment.page.attachments);
            attachment.page.attachments.remove(attachment);
            target.attachments = new ArrayList<>(target.attachments);
            target.attachments.add(attachment);
            attachment.page = target;
            return attachment;
        });
    }

    private static void requireFree(PageState page, String fileName, AttachmentState mover) {
        if (page.attachments.stream()
                .anyMatch(each ->
                        each != mover && each.status == ContentStatus.CURRENT && each.fileName.equals(fileName))) {
            throw new IllegalStateException("the page has a file of this name: " + fileName);
        }
    }

    private AttachmentState attachment(long id) {
        AttachmentState attachment = store.attachments.get(id);
        if (attachment == null || attachment.status == ContentStatus.TRASHED) {
            throw new IllegalArgumentException("no such attachment: att" + id);
        }
        return attachment;
    }
}
