package dev.sluice.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.site.CommentChanges;
import dev.sluice.simulator.site.CommentStore;
import dev.sluice.simulator.site.PropertyStore;
import dev.sluice.simulator.site.SiteChanges;
import dev.sluice.simulator.site.SiteEvents;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do beside writing pages: comments, labels, what apps keep with a page. */
public abstract sealed class CommentedSite permits SimulatedSite {

    private final CommentChanges comments;
    private final CommentStore shown;
    private final SiteChanges changes;
    private final PropertyStore properties;
    private final SiteEvents events;

    CommentedSite(SiteStore store, SiteEvents events) {
        this.changes = new SiteChanges(store);
        this.comments = new CommentChanges(store, changes);
        this.shown = new CommentStore(store);
        this.properties = new PropertyStore(store);
        this.events = events;
    }

    /** Tells whoever wants to know; gives the id. */
    final String happened(String event, String id) {
        events.happened(event, SimulatedSite.number(id.startsWith("att") ? id.substring(3) : id));
        return id;
    }

    /** Adds a label: no new version. */
    public void addLabel(String id, String label) {
        changes.addLabel(SimulatedSite.number(id), label);
        happened("label_added", id);
    }

    /** Takes a label away: no new version. */
    public void removeLabel(String id, String label) {
        changes.removeLabel(SimulatedSite.number(id), label);
        happened("label_removed", id);
    }

    /** What an app keeps with a page: version + 1 of the property, no new version of the page. Gives its id. */
    public String setProperty(String pageId, String key, JsonNode value) {
        return Long.toString(properties.set(SimulatedSite.number(pageId), key, value));
    }

    /** Comments on the first words: the body gets a marker, no new version. Gives the id of the comment. */
    public String addInlineComment(String id) {
        return addInlineComment(id, "<p>What does this mean?</p>");
    }

    /** Comments on the first words, with a body of one's own. */
    public String addInlineComment(String id, String storage) {
        return happened("comment_created", Long.toString(comments.commentInline(SimulatedSite.number(id), storage)));
    }

    /**
     * Comments at the foot of a page, or answers another comment on it; the page stays as it is. Gives the id.
     *
     * @param parentId the comment that is answered; null for none
     */
    public String addComment(String pageId, @Nullable String parentId, String storage) {
        Long parent = parentId == null ? null : SimulatedSite.number(parentId);
        return happened(
                "comment_created", Long.toString(comments.comment(SimulatedSite.number(pageId), parent, storage)));
    }

    /** Version + 1 of the comment. */
    public void editComment(String id, String storage) {
        comments.edit(SimulatedSite.number(id), storage);
        happened("comment_updated", id);
    }

    /** Deletes a comment for good, with the replies to it. */
    public void deleteComment(String id) {
        comments.delete(SimulatedSite.number(id));
        happened("comment_removed", id);
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
