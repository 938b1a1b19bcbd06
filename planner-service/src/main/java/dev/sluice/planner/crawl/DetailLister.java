package dev.sluice.planner.crawl;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.confluence.Comment;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.WantedPages;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.Person;
import dev.sluice.planner.path.IdOrder;
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
    /** Where those on each page lie. */
    private final Map<String, CommentsRef> comments = new HashMap<>();

    /** {@code files}: where comments go. */
    DetailLister(Confluence confluence, WantedDetails wanted, CommentFiles files) {
        this.confluence = confluence;
        this.wanted = wanted;
        this.files = files;
    }

    /** Lists what has to be listed of all pages at once; what is found of each is to be asked for afterwards. */
    DetailLister list(WantedPages pages) {
        if (wanted.comments() && pages.size() > 0) {
            listComments(pages);
        }
        return this;
    }

    /** The details of some of these pages, by their ids; pages without details are absent. */
    Map<String, PageDetails> of(List<Page> pages) {
        Map<String, List<String>> labels = labels(pages);
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
        return wanted.authors()
                ? page.authors().stream()
                        .map(author -> new Person(author.id(), author.name()))
                        .toList()
                : null;
    }

    private @Nullable List<String> labels(Page page, Map<String, List<String>> lookedUp) {
        if (wanted.labels() == WantedDetails.Labels.NONE) {
            return null;
        }
        return page.labels() == null ? lookedUp.get(page.id()) : page.labels();
    }

    private Map<String, List<String>> labels(List<Page> pages) {
        List<String> unlisted = pages.stream()
                .filter(page -> page.labels() == null)
                .map(Page::id)
                .toList();
        if (wanted.labels() != WantedDetails.Labels.ALL || unlisted.isEmpty()) {
            return Map.of();
        }
        return listed("labels", () -> confluence.labels(unlisted));
    }

    private void listComments(WantedPages pages) {
        try (CommentSpool spool = CommentSpool.open()) {
            listed("comments", () -> {
                try (Stream<Comment> all = confluence.comments(pages)) {
                    all.forEach(spool::add);
                }
                return comments;
            });
            pages.stream().map(Page::id).sorted(IdOrder.NUMERIC).forEach(id -> {
                List<CommentThread> threads = Threads.of(spool.of(id));
                if (!threads.isEmpty()) {
                    comments.put(id, files.add(threads));
                }
            });
        }
        files.finish();
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
