package dev.sluice.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Counts the requests a simulator was asked, by endpoint and status. An endpoint reads like
 * {@code GET /api/v2/pages/{id}}, without the context path; status 0 is a connection that was dropped without an answer.
 * A request is counted before its answer is sent. The simulator's own endpoints are not counted.
 */
public final class RequestStatistics {

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    /** Which server was asked. */
    public enum Host {
        /** The Confluence site itself. */
        SITE,
        /** The host that Cloud downloads are redirected to. */
        MEDIA
    }

    private static final Set<String> DOWNLOADS =
            Set.of("GET /file/{fileId}/binary", "GET /download/attachments/{pageId}/{fileName}");

    private record Window(long first, long last) {
        Window with(Window other) {
            return new Window(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private final Map<Host, Window> windows = new ConcurrentHashMap<>();
    private final Map<Second, LongAdder> bySecond = new ConcurrentHashMap<>();
    private final Map<String, Long> firstAsked = new ConcurrentHashMap<>();
    private final LongSupplier bodiesSent;
    private final AtomicLong bodiesBefore = new AtomicLong();

    RequestStatistics(LongSupplier bodiesSent) {
        this.bodiesSent = bodiesSent;
    }

    private record Second(Host host, long second) {}

    private record Key(Host host, String endpoint, int status) {}

    /** Counts one request. */
    public void record(Host host, String endpoint, int status) {
        counts.computeIfAbsent(new Key(host, endpoint, status), key -> new LongAdder())
                .increment();
        long now = System.nanoTime();
        windows.merge(host, new Window(now, now), Window::with);
        firstAsked.merge(endpoint, now, Math::min);
        bySecond.computeIfAbsent(new Second(host, now / 1_000_000_000), key -> new LongAdder())
                .increment();
    }

    /** How many requests there were in each second of the clock, from the first to this endpoint until the last to the host. */
    public List<Long> bySecond(Host host, String endpoint) {
        Window window = windows.get(host);
        Long first = firstAsked.get(endpoint);
        return window == null || first == null
                ? List.of()
                : LongStream.rangeClosed(first / 1_000_000_000, window.last / 1_000_000_000)
                        .mapToObj(second -> bySecond.getOrDefault(new Second(host, second), new LongAdder())
                                .sum())
                        .toList();
    }

    /** From the first request to the last one. */
    public Duration span(Host host) {
        Window window = windows.getOrDefault(host, new Window(0, 0));
        return Duration.ofNanos(window.last - window.first);
    }

    /** From the first request to this endpoint to the last one to the host. */
    public Duration span(Host host, String endpoint) {
        Window window = windows.get(host);
        Long first = firstAsked.get(endpoint);
        return window == null || first == null ? Duration.ZERO : Duration.ofNanos(window.last - first);
    }

    /** All requests to one host. */
    public long requests(Host host) {
        return sum(key -> key.host == host);
    }

    /** Requests to the site with one endpoint, such as {@code GET /api/v2/pages}. */
    public long requests(String endpoint) {
        return sum(key -> key.endpoint.equals(endpoint));
    }

    /** Requests to both hosts that were answered with a status. */
    public long answered(int status) {
        return sum(key -> key.status == status);
    }

    /** Page bodies that were sent, in listings or alone. */
    public long bodies() {
        return bodiesSent.getAsLong() - bodiesBefore.get();
    }

    /** Binaries that were sent, whole or in part, from either product's download address. */
    public long binaries() {
        return sum(key -> DOWNLOADS.contains(key.endpoint) && (key.status == 200 || key.status == 206));
    }

    /** Requests to one host: counts by status, by endpoint. */
    public Map<String, Map<Integer, Long>> byEndpoint(Host host) {
        Map<String, Map<Integer, Long>> byEndpoint = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (key.host == host) {
                byEndpoint
                        .computeIfAbsent(key.endpoint, name -> new TreeMap<>())
                        .put(key.status, count.sum());
            }
        });
        return byEndpoint;
    }

    /** Starts counting from zero. */
    public void reset() {
        counts.clear();
        windows.clear();
        bySecond.clear();
        firstAsked.clear();
        bodiesBefore.set(bodiesSent.getAsLong());
    }

    private long sum(Predicate<Key> wanted) {
        return counts.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }
}
