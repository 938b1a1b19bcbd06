package dev.sluice.simulator.site;

import dev.sluice.simulator.content.Dice;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do to comments; none of it makes a new version of the page. */
public final class CommentChanges {

    private static final int COMMENTER = 2;

    private final SiteStore store;
    private final SiteChanges changes;

    public CommentChanges(SiteStore store, SiteChanges changes) {
        this.store = store;
        this.changes = changes;
    }

    /** Comments on a page, or answers another comment on it; a reply is of the kind of what it answers. */
    public long comment(long pageId, @Nullable Long parentId, String storage) {
        return store.writing(() -> {
            PageState page = changes.usable(pageId);
            CommentState parent = parentId == null ? null : known(parentId);
            if (parent != null && parent.page != page) {
                throw new IllegalArgumentException("the comment is on another page: " + parentId);
            }
            return add(page, parent, parent == null ? null : parent.selection, storage);
        });
    }

    /** Comments on the first text of a page, and marks it: another body at the same version. */
    public long commentInline(long pageId, String storage) {
        return store.writing(() -> {
            PageState page = changes.usable(pageId);
            String marker = new UUID(Dice.mix(page.id), Dice.mix(store.comments.size())).toString();
            Optional<String> selected = mark(page, marker);
            return add(page, null, new CommentState.Selection(marker, selected.orElse("")), storage);
        });
    }

    /** Another body at the same version. The text that is marked, if there is any. */
    private Optional<String> mark(PageState page, String marker) {
        Revision now = page.current();
        Optional<InlineComments.Marked> marked = InlineComments.mark(store.text(now.body(), page.space.key), marker);
        marked.ifPresent(changed -> page.revisions.set(
                page.revisions.size() - 1,
                new Revision(
                        now.createdAt(),
                        now.title(),
                        new Body.Stored(changed.storage()),
                        now.message(),
                        now.author())));
        return marked.map(InlineComments.Marked::text);
    }

    private long add(
            PageState page, @Nullable CommentState parent, CommentState.@Nullable Selection selection, String storage) {
        CommentState comment = new CommentState(store.nextCommentId(), page, parent, selection);
        comment.texts.add(new CommentState.Text(store.clock.tick(), storage, COMMENTER));
        store.comments.put(comment.id, comment);
        return comment.id;
    }

    /** Version + 1 of the comment. */
    public void edit(long id, String storage) {
        store.writing(() -> known(id).texts.add(new CommentState.Text(store.clock.tick(), storage, COMMENTER)));
    }

    /** Resolves an inline comment, or opens it again: no new version. */
    public void resolve(long id, boolean resolved) {
        store.writing(() -> {
            CommentState comment = known(id);
            if (comment.selection == null) {
                throw new IllegalStateException("only inline comments are resolved: " + id);
            }
            comment.resolved = resolved;
            return comment;
        });
    }

    /** For good, with the replies to it. */
    public void delete(long id) {
        store.writing(() -> {
            CommentState comment = known(id);
            store.comments.values().removeIf(each -> isBelow(each, comment));
            return comment;
        });
    }

    private static boolean isBelow(CommentState comment, CommentState above) {
        for (CommentState each = comment; each != null; each = each.parent) {
            if (each == above) {
                return true;
            }
        }
        return false;
    }

    private CommentState known(long id) {
        CommentState comment = store.comments.get(id);
        if (comment == null) {
            throw new IllegalArgumentException("no such comment: " + id);
        }
        return comment;
    }
}
