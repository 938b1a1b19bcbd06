package dev.sluice.fetcher.fetch;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.store.Stores;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The people whom a page shows: its authors, those whom its body mentions, and those of its comments. */
final class ShownPeople {

    private final Stores stores;

    ShownPeople(Stores stores) {
        this.stores = stores;
    }

    /** {@code mentioned}: ids in the body. */
    Set<Person> of(Content content, Set<String> mentioned) {
        if (!(content.target().resource() instanceof PageResource page)) {
            return Set.of();
        }
        Set<Person> people = new LinkedHashSet<>(page.authors());
        mentioned.forEach(id -> people.add(new Person(id, null)));
        PageDetails details = page.details();
        CommentsRef comments = details == null ? null : details.comments();
        if (comments != null) {
            add(CommentFiles.read(stores.open(content.target().run().destination()), comments), people);
        }
        return people;
    }

    private static void add(List<CommentThread> comments, Set<Person> people) {
        for (CommentThread comment : comments) {
            Person author = comment.author();
            if (author != null) {
                people.add(author);
            }
            Mentions.in(comment.storage()).forEach(id -> people.add(new Person(id, null)));
            add(comment.replies(), people);
        }
    }
}
