package dev.sluice.simulator.site;

import java.util.List;
import java.util.Optional;

/** The comments of a site, as far as a visitor may see them: those on visible pages that are not in the trash. */
public final class CommentStore {

    private final SiteStore store;

    public CommentStore(SiteStore store) {
        this.store = store;
    }

    /** The inline or the footer comments of the whole site, replies too. */
    public List<CommentView> all(boolean inline, Slice slice) {
        return store.reading(() ->
                slice.of(store.comments, comment -> (comment.selection != null) == inline && shown(comment)).stream()
                        .map(CommentState::view)
                        .toList());
    }

    /** Every comment on a page, by age. */
    public List<CommentView> of(long pageId) {
        return store.reading(() -> store.comments.values().stream()
                .filter(comment -> comment.page.id == pageId && shown(comment))
                .map(CommentState::view)
                .toList());
    }

    public Optional<CommentView> find(long id) {
        return store.reading(() ->
                Optional.ofNullable(store.comments.get(id)).filter(this::shown).map(CommentState::view));
    }

    private boolean shown(CommentState comment) {
        return comment.page.status != ContentStatus.TRASHED && store.seen(comment.page);
    }
}
