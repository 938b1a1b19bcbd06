package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.sites.Sites;
import dev.sluice.fetcher.web.WebImages;
import dev.sluice.messaging.ResourceRef;
import dev.sluice.messaging.ResourceTraces;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
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
import java.util.stream.Collectors;

/**
 * Works off batches of changes: bodies in bulk, files side by side, as many at once as the sites' clients allow. Batches may be
 * in work at the same time.
 */
@ApplicationScoped
class Fetcher {

    private final Sites sites;
    private final Stores stores;
    private final WebImages web;
    private final Clock clock;
    private final Map<String, People> peopleOfSites = new ConcurrentHashMap<>();
    private final Expenses expenses;
    private final ResourceTraces traces = ResourceTraces.configured();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BodyQueue bodies;

    Fetcher(Sites sites, Stores stores, WebImages web, FetcherConfig config, Clock clock) {
        this.clock = clock;
        this.sites = sites;
        this.stores = stores;
        this.web = web;
        this.expenses = new Expenses(sites);
        this.bodies = new BodyQueue(this::bodies, config.bodyBatches(), threads);
    }

    /** Every fetch or reuse of the batch ends as a content or an outcome; removals are not the fetcher's. */
    Fetched fetch(List<Change> batch) {
        Fetched fetched = new Fetched();
        Expenses.Bill bill = expenses.open(batch);
        try {
            work(batch, fetched);
            name(fetched);
        } finally {
            fetched.cost(bill.settle());
        }
        return fetched;
    }

    /** Bodies first, as far as they fill a request; the rest when all files are there, with those of other batches. */
    private void work(List<Change> batch, Fetched fetched) {
        ShownBodies.of(batch).forEach(this::archive);
        Map<RunRef, List<WantedBody>> pages = new LinkedHashMap<>();
        for (Change change : batch) {
            if (change instanceof Change.Fetch fetch && fetch.target().resource() instanceof PageResource) {
                want(fetch, fetched, pages);
            }
        }
        pages.forEach(bodies::add);
        Queue<Change.Fetch> lost = files(batch, fetched);
        pages.forEach(bodies::settle);
        Map<RunRef, List<WantedBody>> lostPages = new LinkedHashMap<>();
        lost.forEach(fetch -> want(fetch, fetched, lostPages));
        lostPages.forEach(bodies::add);
        lostPages.forEach(bodies::settle);
    }

    private static void want(Change.Fetch page, Fetched fetched, Map<RunRef, List<WantedBody>> pages) {
        pages.computeIfAbsent(page.target().run(), ignored -> new ArrayList<>()).add(new WantedBody(page, fetched));
    }

    /** Everything but bodies that are to be fetched; gives the pages whose archived bodies turned out to be lost. */
    private Queue<Change.Fetch> files(List<Change> batch, Fetched fetched) {
        Queue<Change.Fetch> lost = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        for (Change change : batch) {
            switch (change) {
                case Change.Fetch fetch -> {
                    if (!(fetch.target().resource() instanceof PageResource)) {
                        underWay.add(start(() -> traced(fetch, fetched)));
                    }
                }
                case Change.Reuse reuse -> underWay.add(start(() -> reuse(reuse, fetched, lost)));
                case Change.Remove ignored -> {}
            }
        }
        underWay.forEach(CompletableFuture::join);
        return lost;
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
                peopleOf(run)
                        .know(run, pages.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            } catch (RuntimeException e) {
                pages.values().removeIf(Set::isEmpty);
                fetched.fail(pages.keySet(), e);
            }
        });
    }

    /** Each site's apart: while one is asked for names, those of others are not held up. */
    private People peopleOf(RunRef run) {
        return peopleOfSites.computeIfAbsent(run.site(), ignored -> new People(sites, stores, clock));
    }

    private CompletableFuture<Void> start(Runnable task) {
        return CompletableFuture.runAsync(task, threads);
    }

    private void archive(RunRef run, Set<ResourceKey> shown) {
        new ShownBodies(bodies(run), stores.open(run.destination())).archive(shown);
    }

    private BodyFetcher bodies(RunRef run) {
        return new BodyFetcher(run, sites.open(run.site()), stores.open(run.destination()), peopleOf(run));
    }

    private void traced(Change.Fetch file, Fetched fetched) {
        traces.run(Stage.FETCH, ResourceRef.of(file.target()), () -> download(file, fetched));
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
