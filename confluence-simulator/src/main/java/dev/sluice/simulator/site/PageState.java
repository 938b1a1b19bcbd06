package dev.sluice.simulator.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page with its history, place and attachments. Guarded by the lock of the store. */
final class PageState implements Sortable {
    final long id;
    final long createdAt;
    final int creator;
    SpaceState space;

    @Nullable
    PageState parent;
    /** Where a page in the trash came from. */
    @Nullable
    PageState formerParent;

    int position;
    ContentStatus status = ContentStatus.CURRENT;
    boolean restricted;
    List<Revision> revisions = new ArrayList<>(1);
    List<PageState> children = List.of();
    List<AttachmentState> attachments = List.of();
    List<String> labels = List.of();

    PageState(long id, SpaceState space, long createdAt, int creator) {
        this.id = id;
        this.createdAt = createdAt;
        this.creator = creator;
        this.space = space;
    }

    Revision current() {
        return revisions.getLast();
    }

    @Override
    public String title() {
        return current().title();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public long createdAt() {
        return createdAt;
    }

    @Override
    public long modifiedAt() {
        return current().createdAt();
    }

    /** Puts the page after its siblings. */
    void hangUnder(@Nullable PageState newParent) {
        parent = newParent;
        if (newParent != null) {
            List<PageState> siblings = newParent.children;
            position = siblings.isEmpty() ? 0 : siblings.getLast().position + 1;
            if (siblings.isEmpty()) {
                newParent.children = new ArrayList<>(2);
            }
            newParent.children.add(this);
        }
    }

    void unhang() {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = null;
    }

    boolean isBelow(PageState other) {
        for (PageState page = parent; page != null; page = page.parent) {
            if (page == other) {
                return true;
            }
        }
        return false;
    }

    /** Not in the trash, and no view restriction on it or on a page above it. */
    boolean visible() {
        for (PageState page = this; page != null; page = page.parent) {
            if (page.restricted) {
                return false;
            }
        }
        return true;
    }

    PageView view() {
        return new PageView(
                id,
                title(),
                space.id,
                space.key,
                parent == null ? null : parent.id,
                position,
                status,
                revisions.size(),
                current(),
                createdAt,
                creator,
                List.copyOf(labels));
    }
}
