package dev.sluice.planner.crawl;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.confluence.Comment;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Page;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.Person;
import dev.sluice.planner.path.IdOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what of pages is exported besides their bodies; asks only for what the listing of pages did not bring along. */
final class DetailLister {

    private final Confluence confluence;
    private final WantedDetails wanted;
    private final CommentFiles files;
    /** Most people have written many pages. */
    private final Map<Person, Person> people = new HashMap<>();

    /** {@code files}: where comments go. */
    DetailLister(Confluence confluence, WantedDetails wanted, CommentFiles files) {
        this.confluence = confluence;
        this.wanted = wanted;
        this.files = files;
    }

    /** By page id; pages without details are absent. */
    Map<String, PageDetails> of(Collection<Page> pages) {
        Map<String, List<String>> labels = labels(pages);
        Map<String, CommentsRef> comments = comments(pages);
        Map<String, PageDetails> details = HashMap.newHashMap(pages.size());
        for (Page page : pages) {
            PageDetails found = new PageDetails(authors(page), labels(page, labels), comments.get(page.id())).orNull();
            if (found != null) {
                details.put(page.id(), found);
            }
        }
        return details;
    }

    private @Nullable List<Person> authors(Page page) {
        return wanted.authors() ? page.authors().stream().map(this::known).toList() : null;
    }

    private Person known(dev.sluice.confluence.Person author) {
        return people.computeIfAbsent(new Person(author.id(), author.name()), person -> person);
    }

    private @Nullable List<String> labels(Page page, Map<String, List<String>> lookedUp) {
        if (wanted.labels() == WantedDetails.Labels.NONE) {
            return null;
        }
        return page.labels() == null ? lookedUp.get(page.id()) : page.labels();
    }

    private Map<String, List<String>> labels(Collection<Page> pages) {
        List<String> unlisted = pages.stream()
                .filter(page -> page.labels() == null)
                .map(Page::id)
                .toList();
        if (wanted.labels() != WantedDetails.Labels.ALL || unlisted.isEmpty()) {
            return Map.of();
        }
        return listed("labels", () -> confluence.labels(unlisted));
    }

    private Map<String, CommentsRef> comments(Collection<Page> pages) {
        if (!wanted.comments() || pages.isEmpty()) {
            return Map.of();
        }
        Map<String, CommentsRef> refs = new HashMap<>();
        try (CommentSpool spool = CommentSpool.open()) {
            listed("comments", () -> {
                try (Stream<Comment> all = confluence.comments(List.copyOf(pages))) {
                    all.forEach(spool::add);
                }
                return refs;
            });
            pages.stream().map(Page::id).sorted(IdOrder.NUMERIC).forEach(id -> {
                List<CommentThread> threads = Threads.of(spool.of(id));
                if (!threads.isEmpty()) {
                    refs.put(id, files.add(threads));
                }
            });
        }
        files.finish();
        return refs;
    }

    /** Without them every page would be written as if it had none: a refusal fails the run, and says how to do without. */
    private static <T> T listed(String what, Supplier<T> listing) {
        try {
            return listing.get();
        } catch (ConfluenceException e) {
            throw switch (e.category()) {
                case NOT_AUTHORISED, FORBIDDEN, NOT_FOUND, MALFORMED ->
                    new ConfluenceException(
                            e.category(),
                            "The %s of the pages cannot be listed: %s Give the account the right to read them, or leave them out with --without %s."
                                    .formatted(what, e.getMessage(), what),
                            e);
                case THROTTLED, UNAVAILABLE -> e;
            };
        }
    }
}
