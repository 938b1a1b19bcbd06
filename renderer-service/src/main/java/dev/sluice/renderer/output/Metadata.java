package dev.sluice.renderer.output;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.markdown.PageComment;
import dev.sluice.markdown.PageMetadata;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.renderer.links.PersonNames;
import dev.sluice.store.ObjectStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a page beside its body; a change of anything in it makes the page be written again. */
final class Metadata {

    private final ObjectStore store;
    private final PersonNames names;

    Metadata(ObjectStore store, PersonNames names) {
        this.store = store;
        this.names = names;
    }

    PageMetadata of(PageResource page) {
        ResourceVersion version = page.version();
        return new PageMetadata(
                version.number(),
                page.status(),
                page.created(),
                version.isKnown() ? version.createdAt() : null,
                page.authors().stream().map(this::name).distinct().toList(),
                page.labels(),
                page.webUrl(),
                page.ancestors() == null ? List.of() : page.ancestors(),
                comments(page));
    }

    private List<PageComment> comments(PageResource page) {
        PageDetails details = page.details();
        CommentsRef comments = details == null ? null : details.comments();
        return comments == null ? List.of() : shown(CommentFiles.read(store, comments));
    }

    private List<PageComment> shown(List<CommentThread> comments) {
        return comments.stream()
                .map(comment -> new PageComment(
                        author(comment.author()),
                        comment.writtenAt(),
                        comment.quoted(),
                        comment.resolved(),
                        comment.storage(),
                        shown(comment.replies())))
                .toList();
    }

    private String author(@Nullable Person person) {
        return person == null ? "Anonymous" : name(person);
    }

    /** The name as the listing gives it, or as it was looked up; the id when nobody knows it. */
    private String name(Person person) {
        String listed = person.name();
        return listed == null ? names.find(person.id()).orElse(person.id()) : listed;
    }
}
