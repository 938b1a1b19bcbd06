package dev.sluice.fetcher.fetch;

import dev.sluice.pipeline.RunRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages whose bodies are wanted, run by run, whatever batch they came with: a hundred are asked for as soon as there
 * are so many, and fewer when a batch has nothing else left to do.
 */
final class BodyQueue {

    private final Function<RunRef, BodyFetcher> fetchers;
    private final int underWay;
    private final Executor threads;
    private final Map<RunRef, Deque<WantedBody>> waiting = new HashMap<>();
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /** {@code underWay}: requests to one site that may be under way at once. */
    BodyQueue(Function<RunRef, BodyFetcher> fetchers, int underWay, Executor threads) {
        this.fetchers = fetchers;
        this.underWay = underWay;
        this.threads = threads;
    }

    /** Puts pages of one run in the queue, and asks for every hundred that is full. */
    void add(RunRef run, Collection<WantedBody> pages) {
        List<List<WantedBody>> full = new ArrayList<>();
        synchronized (waiting) {
            Deque<WantedBody> queue = waiting.computeIfAbsent(run, ignored -> new ArrayDeque<>());
            queue.addAll(pages);
            while (queue.size() >= BodyFetcher.BATCH) {
                full.add(first(run, queue));
            }
        }
        full.forEach(some -> start(run, some));
    }

    /** Returns when all of these have been asked for and settled; what waits with them is asked for, too. */
    void settle(RunRef run, Collection<WantedBody> pages) {
        List<WantedBody> rest = List.of();
        synchronized (waiting) {
            @Nullable Deque<WantedBody> queue = waiting.get(run);
            if (queue != null && pages.stream().anyMatch(queue::contains)) {
                rest = first(run, queue);
            }
        }
        if (!rest.isEmpty()) {
            start(run, rest);
        }
        pages.forEach(page -> page.settled().join());
    }

    /** Less than a hundred is the whole queue. */
    private List<WantedBody> first(RunRef run, Deque<WantedBody> queue) {
        List<WantedBody> some = new ArrayList<>(BodyFetcher.BATCH);
        while (some.size() < BodyFetcher.BATCH && !queue.isEmpty()) {
            some.add(queue.remove());
        }
        if (queue.isEmpty()) {
            waiting.remove(run);
        }
        return some;
    }

    private void start(RunRef run, List<WantedBody> pages) {
        threads.execute(() -> {
            try {
                fetch(run, pages);
                pages.forEach(page -> page.settled().complete(null));
            } catch (Throwable failure) {
                pages.forEach(page -> page.settled().completeExceptionally(failure));
                throw failure;
            }
        });
    }

    private void fetch(RunRef run, List<WantedBody> pages) {
        Semaphore slots = free.computeIfAbsent(run.site(), ignored -> new Semaphore(underWay));
        slots.acquireUninterruptibly();
        try {
            fetchers.apply(run).fetch(pages);
        } catch (RuntimeException e) {
            // neither site nor store could be opened: nothing was fetched
            pages.forEach(page -> page.end(Failures.failed(page.page().target(), e)));
        } finally {
            slots.release();
        }
    }
}
