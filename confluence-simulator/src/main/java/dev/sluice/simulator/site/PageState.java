package dev.sluice.simulator.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page, or other content, with its history, place and attachments. Guarded by the lock of the store. */
final class PageState implements Searchable {
    final ContentKind kind;
    final long id;
    final long createdAt;
    SpaceState space;

    @Nullable
    PageState parent;
    /** Where a page in the trash came from. */
    @Nullable
    PageState formerParent;

    /** Who made it; the editor, unless the site was generated. */
    int creator = 1;

    int position;
    ContentStatus status = ContentStatus.CURRENT;
    boolean restricted;
    List<Revision> revisions = new ArrayList<>(1);
    List<PageState> children = List.of();
    List<AttachmentState> attachments = List.of();
    List<String> labels = List.of();
    Map<String, ContentProperty> properties = Map.of();

    PageState(ContentKind kind, long id, SpaceState space, long createdAt) {
        this.kind = kind;
        this.id = id;
        this.createdAt = createdAt;
        this.space = space;
    }

    /** What must be unique in its space: the title, for a blog post with its day. */
    String claim(String title) {
        return switch (kind) {
            case PAGE -> title;
            case BLOG_POST -> PostingDay.of(createdAt) + "\n" + title;
            case FOLDER, WHITEBOARD, DATABASE, EMBED -> kind.word() + "\n" + title;
        };
    }

    Revision current() {
        return revisions.getLast();
    }

    @Override
    public String title() {
        return current().title();
    }

    @Override
    public String word() {
        return kind.word();
    }

    @Override
    public SpaceState space() {
        return space;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public @Nullable PageState parent() {
        return parent;
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
                kind,
                id,
                title(),
                space.id,
                space.key,
                parent == null ? null : parent.id,
                parent == null ? null : parent.kind,
                position,
                status,
                revisions.size(),
                current(),
                createdAt,
                creator,
                List.copyOf(labels));
    }
}
