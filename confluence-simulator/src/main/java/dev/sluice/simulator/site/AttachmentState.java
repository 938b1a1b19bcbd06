package dev.sluice.simulator.site;

import dev.sluice.simulator.content.AttachmentNames;
import dev.sluice.simulator.content.BinaryContent;
import java.util.ArrayList;
import java.util.List;

/** An attachment with its versions. Guarded by the lock of the store. */
final class AttachmentState implements Searchable {
    final long id;
    PageState page;
    String fileName;
    ContentStatus status = ContentStatus.CURRENT;
    final List<Upload> uploads = new ArrayList<>(1);

    AttachmentState(long id, PageState page, String fileName) {
        this.id = id;
        this.page = page;
        this.fileName = fileName;
    }

    /** One version: when it came, what is in it, and when those bytes came. */
    record Upload(long createdAt, BinaryContent content, long storedAt) {
        Upload(long createdAt, BinaryContent content) {
            this(createdAt, content, createdAt);
        }
    }

    @Override
    public String word() {
        return "attachment";
    }

    @Override
    public SpaceState space() {
        return page.space;
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public PageState parent() {
        return page;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public long createdAt() {
        return uploads.getLast().createdAt();
    }

    @Override
    public long modifiedAt() {
        return uploads.getLast().createdAt();
    }

    @Override
    public String title() {
        return fileName;
    }

    AttachmentView view() {
        return view(uploads.size());
    }

    AttachmentView view(int version) {
        Upload upload = uploads.get(version - 1);
        return new AttachmentView(
                id,
                page.id,
                page.kind,
                fileName,
                AttachmentNames.mediaType(fileName),
                status,
                version,
                upload.createdAt(),
                upload.storedAt(),
                upload.content());
    }
}
