package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.sites.Sites;
import dev.sluice.fetcher.web.WebImages;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Works off a batch of changes: bodies in bulk, files side by side, as many at once as the sites' clients allow. */
@ApplicationScoped
class Fetcher {

    private final Sites sites;
    private final Stores stores;
    private final WebImages web;
    private final People people;
    private final int bodyBatches;
    private final Map<String, Semaphore> bodiesOfSites = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Fetcher(Sites sites, Stores stores, WebImages web, FetcherConfig config, Clock clock) {
        this.people = new People(sites, stores, clock);
        this.sites = sites;
        this.stores = stores;
        this.web = web;
        this.bodyBatches = config.bodyBatches();
    }

    /** Every fetch or reuse of the batch ends as a content or an outcome; removals are not the fetcher's. */
    Fetched fetch(List<Change> batch) {
        Fetched fetched = new Fetched();
        Expenses expenses = Expenses.begin(sites, batch);
        work(batch, fetched);
        name(fetched);
        fetched.cost(expenses.end());
        return fetched;
    }

    private void work(List<Change> batch, Fetched fetched) {
        Map<RunRef, List<Change.Fetch>> pages = new LinkedHashMap<>();
        Queue<Change.Fetch> lost = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        ShownBodies.of(batch).forEach(this::archive);
        for (Change change : batch) {
            switch (change) {
                case Change.Fetch fetch
                when fetch.target().resource() instanceof PageResource ->
                    pages.computeIfAbsent(fetch.target().run(), ignored -> new ArrayList<>())
                            .add(fetch);
                case Change.Fetch fetch -> underWay.add(start(() -> download(fetch, fetched)));
                case Change.Reuse reuse -> underWay.add(start(() -> reuse(reuse, fetched, lost)));
                case Change.Remove ignored -> {}
            }
        }
        underWay.addAll(inBatches(pages, fetched));
        underWay.forEach(CompletableFuture::join);
        Map<RunRef, List<Change.Fetch>> lostPages = lost.stream()
                .collect(Collectors.groupingBy(fetch -> fetch.target().run()));
        inBatches(lostPages, fetched).forEach(CompletableFuture::join);
    }

    private List<CompletableFuture<Void>> inBatches(Map<RunRef, List<Change.Fetch>> pages, Fetched fetched) {
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        pages.forEach((run, fetches) -> {
            for (int i = 0; i < fetches.size(); i += BodyFetcher.BATCH) {
                List<Change.Fetch> some = fetches.subList(i, Math.min(i + BodyFetcher.BATCH, fetches.size()));
                underWay.add(start(() -> bodies(run, some, fetched)));
            }
        });
        return underWay;
    }

    /** Names for the pages that are rendered again; one look-up for all of the batch. */
    private void name(Fetched fetched) {
        Map<RunRef, Map<Content, Set<Person>>> shown = new LinkedHashMap<>();
        fetched.unnamed().forEach((content, mentioned) -> {
            RunRef run = content.target().run();
            try {
                PageResource page = (PageResource) content.target().resource();
                shown.computeIfAbsent(run, ignored -> new LinkedHashMap<>())
                        .put(content, ShownPeople.of(page, mentioned, stores.open(run.destination())));
            } catch (RuntimeException e) {
                fetched.fail(List.of(content), e);
            }
        });
        shown.forEach((run, pages) -> {
            try {
                people.know(run, pages.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            } catch (RuntimeException e) {
                pages.values().removeIf(Set::isEmpty);
                fetched.fail(pages.keySet(), e);
            }
        });
    }

    private CompletableFuture<Void> start(Runnable task) {
        return CompletableFuture.runAsync(task, threads);
    }

    private void archive(RunRef run, Set<ResourceKey> shown) {
        new ShownBodies(bodies(run), stores.open(run.destination())).archive(shown);
    }

    private void bodies(RunRef run, List<Change.Fetch> pages, Fetched fetched) {
        Semaphore free = bodiesOfSites.computeIfAbsent(run.site(), ignored -> new Semaphore(bodyBatches));
        free.acquireUninterruptibly();
        try {
            bodies(run).fetch(pages, fetched);
        } catch (RuntimeException e) {
            // neither site nor store could be opened: nothing was fetched
            pages.forEach(page -> fetched.add(Failures.failed(page.target(), e)));
        } finally {
            free.release();
        }
    }

    private BodyFetcher bodies(RunRef run) {
        return new BodyFetcher(run, sites.open(run.site()), stores.open(run.destination()), people);
    }

    private void download(Change.Fetch fetch, Fetched fetched) {
        RunRef run = fetch.target().run();
        try {
            ObjectStore store = stores.open(run.destination());
            switch (fetch.target().resource()) {
                case AttachmentResource file ->
                    new FileFetcher(sites.open(run.site()), store).fetch(fetch, file, fetched);
                case ImageResource image -> new ImageFetcher(web, store).fetch(fetch, image, fetched);
                case PageResource page ->
                    throw new IllegalArgumentException("pages come by their bodies: " + page.key());
            }
        } catch (RuntimeException e) {
            fetched.add(Failures.failed(fetch.target(), e));
        }
    }

    /** Pages whose archived bodies are lost are left for a batch: after an adoption that may be all of them. */
    private void reuse(Change.Reuse reuse, Fetched fetched, Queue<Change.Fetch> lost) {
        try {
            if (!new HeldBytes(stores.open(reuse.target().run().destination())).reuse(reuse, fetched)) {
                fetchInstead(reuse, fetched, lost);
            }
        } catch (RuntimeException e) {
            fetched.add(Failures.outcome(reuse.target(), e));
        }
    }

    private void fetchInstead(Change.Reuse reuse, Fetched fetched, Queue<Change.Fetch> lost) {
        Change.Fetch fetch = new Change.Fetch(reuse.target(), reuse.reason(), reuse.before());
        switch (reuse.target().resource()) {
            case PageResource ignored -> lost.add(fetch);
            case AttachmentResource ignored -> download(fetch, fetched);
            case ImageResource ignored -> download(fetch, fetched);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
