package dev.sluice.simulator;

import dev.sluice.simulator.site.CommentChanges;
import dev.sluice.simulator.site.CommentStore;
import dev.sluice.simulator.site.SiteChanges;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do to comments. */
public abstract sealed class CommentedSite permits SimulatedSite {

    private final CommentChanges comments;
    private final CommentStore shown;

    CommentedSite(SiteStore store) {
        this.comments = new CommentChanges(store, new SiteChanges(store));
        this.shown = new CommentStore(store);
    }

    /** Comments on the first words: the body gets a marker, no new version. Gives the id of the comment. */
    public String addInlineComment(String id) {
        return addInlineComment(id, "<p>What does this mean?</p>");
    }

    /** Comments on the first words, with a body of one's own. */
    public String addInlineComment(String id, String storage) {
        return Long.toString(comments.commentInline(SimulatedSite.number(id), storage));
    }

    /**
     * Comments at the foot of a page, or answers another comment on it; the page stays as it is. Gives the id.
     *
     * @param parentId the comment that is answered; null for none
     */
    public String addComment(String pageId, @Nullable String parentId, String storage) {
        Long parent = parentId == null ? null : SimulatedSite.number(parentId);
        return Long.toString(comments.comment(SimulatedSite.number(pageId), parent, storage));
    }

    /** Version + 1 of the comment. */
    public void editComment(String id, String storage) {
        comments.edit(SimulatedSite.number(id), storage);
    }

    /** Deletes a comment for good, with the replies to it. */
    public void deleteComment(String id) {
        comments.delete(SimulatedSite.number(id));
    }

    /** Resolves an inline comment: no new version of anything. */
    public void resolveComment(String id) {
        comments.resolve(SimulatedSite.number(id), true);
    }

    public void reopenComment(String id) {
        comments.resolve(SimulatedSite.number(id), false);
    }

    /** Ids of the comments on a page that visitors may see, by age. */
    public List<String> commentIds(String pageId) {
        return shown.of(SimulatedSite.number(pageId)).stream()
                .map(comment -> Long.toString(comment.id()))
                .toList();
    }
}
