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
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fetches the bodies of pages and blog posts in bulk and archives them, so that they can be rendered again without a
 * request. A body is archived when the destination knows the names of those whom it shows, and not before: another page
 * may show it from then on.
 */
final class BodyFetcher {

    /** Bodies asked for at once. */
    static final int BATCH = 100;

    private final RunRef run;
    private final Confluence confluence;
    private final ObjectStore store;
    private final People people;

    /** A page as it was fetched, its body, and whom the two show. */
    private record Arrived(WantedBody wanted, PageResource resource, PageBody body, Set<Person> shown) {}

    BodyFetcher(RunRef run, Confluence confluence, ObjectStore store, People people) {
        this.run = run;
        this.confluence = confluence;
        this.store = store;
        this.people = people;
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
        List<Arrived> arrived = new ArrayList<>();
        for (WantedBody page : pages) {
            PageBody body = bodies.get(page.key().id());
            if (body == null) {
                page.end(new Outcome.Inaccessible(page.page().target()));
            } else {
                take(page, body, arrived);
            }
        }
        named(arrived).forEach(this::archive);
    }

    /** Archives bodies of pages that others show, without passing anything on; what is out of sight stays missing. */
    void archive(List<ResourceKey> pages) {
        Collection<PageBody> bodies = bodies(pages).values();
        Set<Person> shown = bodies.stream()
                .flatMap(body -> Mentions.in(body.storage()).stream())
                .map(Person::nameless)
                .collect(Collectors.toSet());
        people.know(run, shown);
        bodies.forEach(body -> put(key(body.page()), body));
    }

    private void take(WantedBody wanted, PageBody body, List<Arrived> arrived) {
        Descriptor target = wanted.page().target();
        try {
            PageResource resource = at(body.page(), (PageResource) target.resource());
            Set<Person> shown = ShownPeople.of(resource, Mentions.in(body.storage()), store);
            arrived.add(new Arrived(wanted, resource, body, shown));
        } catch (RuntimeException e) {
            wanted.end(Failures.failed(target, e));
        }
    }

    /** Without those that show people whose names could not be looked up; these have failed. */
    private List<Arrived> named(List<Arrived> arrived) {
        try {
            people.know(
                    run, arrived.stream().flatMap(one -> one.shown().stream()).collect(Collectors.toSet()));
            return arrived;
        } catch (RuntimeException e) {
            Map<Boolean, List<Arrived>> showing = arrived.stream()
                    .collect(Collectors.partitioningBy(one -> !one.shown().isEmpty()));
            showing.getOrDefault(true, List.of())
                    .forEach(one ->
                            one.wanted().end(Failures.failed(one.wanted().page().target(), e)));
            return showing.getOrDefault(false, List.of());
        }
    }

    /** By id; what is gone or out of sight is absent. */
    private Map<String, PageBody> bodies(List<ResourceKey> keys) {
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

    private void archive(Arrived one) {
        Change.Fetch page = one.wanted().page();
        Descriptor target = page.target();
        try {
            StoredObject raw = put(target.resource().key(), one.body());
            one.wanted()
                    .into()
                    .add(new Content(
                            target.with(one.resource()),
                            page.reason(),
                            new StoredCopy(raw.key(), raw.sha256(), raw.size()),
                            page.before()));
        } catch (RuntimeException e) {
            one.wanted().end(Failures.outcome(target, e));
        }
    }

    private StoredObject put(ResourceKey page, PageBody body) {
        return store.put(
                DestinationLayout.rawBody(page),
                new ByteArrayInputStream(body.storage().getBytes(StandardCharsets.UTF_8)));
    }

    private static ResourceKey key(Page page) {
        return page.isBlogPost() ? ResourceKey.blogPost(page.id()) : ResourceKey.page(page.id());
    }

    /** The page may have been edited since it was listed: what counts is the version of the body. */
    private static PageResource at(Page fetched, PageResource listed) {
        PageVersion version = fetched.version();
        List<Person> authors = fetched.authors().stream()
                .map(author -> new Person(author.id(), author.name()))
                .toList();
        return listed.at(new ResourceVersion(version.number(), version.createdAt()), authors);
    }
}
