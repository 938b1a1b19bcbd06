package dev.sluice.simulator.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comment with its versions. Guarded by the lock of the store. */
final class CommentState implements Sortable {
    final long id;
    final PageState page;

    @Nullable
    final CommentState parent;
    /** Null for a footer comment. */
    @Nullable
    final Selection selection;

    final List<Text> texts = new ArrayList<>(1);
    boolean resolved;

    CommentState(long id, PageState page, @Nullable CommentState parent, @Nullable Selection selection) {
        this.id = id;
        this.page = page;
        this.parent = parent;
        this.selection = selection;
    }

    /** The text of the page that an inline comment is about, and what its marker is called. */
    record Selection(String marker, String text) {}

    /** One version. */
    record Text(long createdAt, String storage, int author) {}

    @Override
    public long id() {
        return id;
    }

    @Override
    public long createdAt() {
        return texts.getFirst().createdAt();
    }

    @Override
    public long modifiedAt() {
        return texts.getLast().createdAt();
    }

    @Override
    public String title() {
        return "Re: " + page.title();
    }

    CommentView view() {
        Text now = texts.getLast();
        return new CommentView(
                id,
                page.id,
                parent == null ? null : parent.id,
                selection == null ? null : selection.marker(),
                selection == null ? "" : selection.text(),
                resolved,
                texts.size(),
                createdAt(),
                now.createdAt(),
                now.author(),
                now.storage(),
                title());
    }
}
