package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.PageBody;
import dev.sluice.confluence.PageVersion;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fetches the bodies of pages and blog posts in bulk and archives them, so that they can be rendered again without a request. */
final class BodyFetcher {

    /** Bodies asked for at once. */
    static final int BATCH = 100;

    private final Confluence confluence;
    private final ObjectStore store;

    BodyFetcher(Confluence confluence, ObjectStore store) {
        this.confluence = confluence;
        this.store = store;
    }

    /** Fetches at most {@link #BATCH} pages; each ends in what became of its batch. */
    void fetch(List<WantedBody> pages) {
        Map<String, PageBody> bodies;
        try {
            bodies = bodies(pages.stream().map(WantedBody::key).distinct().toList());
        } catch (RuntimeException e) {
            pages.forEach(page -> page.end(Failures.failed(page.page().target(), e)));
            return;
        }
        for (WantedBody page : pages) {
            PageBody body = bodies.get(page.key().id());
            if (body == null) {
                page.end(new Outcome.Inaccessible(page.page().target()));
            } else {
                archive(page.page(), body, page.into());
            }
        }
    }

    /** By id; what is gone or out of sight is absent. */
    Map<String, PageBody> bodies(List<ResourceKey> keys) {
        Map<Boolean, List<String>> ids = keys.stream()
                .collect(Collectors.partitioningBy(
                        key -> key.kind() == ResourceKind.BLOGPOST,
                        Collectors.mapping(ResourceKey::id, Collectors.toList())));
        Stream<PageBody> pages = Stream.of(ids.getOrDefault(false, List.of()))
                .filter(some -> !some.isEmpty())
                .flatMap(some -> confluence.bodies(some).stream());
        Stream<PageBody> posts = Stream.of(ids.getOrDefault(true, List.of()))
                .filter(some -> !some.isEmpty())
                .flatMap(some -> confluence.blogPostBodies(some).stream());
        return Stream.concat(pages, posts)
                .collect(Collectors.toMap(body -> body.page().id(), Function.identity(), (first, second) -> second));
    }

    private void archive(Change.Fetch page, PageBody body, Fetched fetched) {
        try {
            StoredObject raw = store.put(
                    DestinationLayout.rawBody(page.target().resource().key()),
                    new ByteArrayInputStream(body.storage().getBytes(StandardCharsets.UTF_8)));
            Content content = new Content(
                    at(body.page(), page.target()),
                    page.reason(),
                    new StoredCopy(raw.key(), raw.sha256(), raw.size()),
                    page.before());
            fetched.add(content, Mentions.in(body.storage()));
        } catch (RuntimeException e) {
            fetched.add(Failures.outcome(page.target(), e));
        }
    }

    /** The page may have been edited since it was listed: what counts is the version of the body. */
    private static Descriptor at(Page fetched, Descriptor target) {
        if (target.resource() instanceof PageResource page) {
            PageVersion version = fetched.version();
            List<Person> authors = fetched.authors().stream()
                    .map(author -> new Person(author.id(), author.name()))
                    .toList();
            return new Descriptor(
                    target.run(),
                    target.seq(),
                    page.at(new ResourceVersion(version.number(), version.createdAt()), authors));
        }
        return target;
    }
}
