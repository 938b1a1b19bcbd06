package dev.sluice.fetcher.fetch;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.store.ObjectStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The people whom a page shows: its authors, those whom its body mentions, and those of its comments. */
final class ShownPeople {

    private ShownPeople() {}

    /** {@code mentioned}: ids in the body; {@code destination}: where the comments are that the page shows. */
    static Set<Person> of(PageResource page, Set<String> mentioned, ObjectStore destination) {
        Set<Person> people = new LinkedHashSet<>(page.authors());
        mentioned.forEach(id -> people.add(Person.nameless(id)));
        PageDetails details = page.details();
        CommentsRef comments = details == null ? null : details.comments();
        if (comments != null) {
            add(CommentFiles.read(destination, comments), people);
        }
        return people;
    }

    private static void add(List<CommentThread> comments, Set<Person> people) {
        for (CommentThread comment : comments) {
            Person author = comment.author();
            if (author != null) {
                people.add(author);
            }
            Mentions.in(comment.storage()).forEach(id -> people.add(Person.nameless(id)));
            add(comment.replies(), people);
        }
    }
}
