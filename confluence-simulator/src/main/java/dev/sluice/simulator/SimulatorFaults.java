package dev.sluice.simulator;

import dev.sluice.simulator.content.Dice;
import dev.sluice.simulator.http.SimulatorServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in a running simulator, and how often. Probabilities are from 0 to 1, per request, and drawn from the
 * seed in the order in which requests arrive. A change applies to the requests that come after it. Thread-safe.
 */
public final class SimulatorFaults {

    private final Duration initialLatency;
    private final AtomicLong drawn = new AtomicLong();
    private volatile State state;

    SimulatorFaults(Duration latency) {
        initialLatency = latency;
        state = new State(latency);
    }

    /** One generation of settings, so that all of them are cleared at once. */
    private static final class State {
        volatile Duration minLatency;
        volatile Duration maxLatency;
        final RateLimits limits = new RateLimits();
        volatile double unavailable;
        volatile double gateway;
        volatile double slow;
        volatile double reset;
        volatile double truncated;
        volatile double wrongLength;
        volatile boolean down;
        volatile boolean loginPage;
        volatile boolean anonymous;
        volatile boolean open;
        volatile boolean ranges = true;
        volatile boolean ignoresIds;
        volatile int listingCap = Integer.MAX_VALUE;
        final ListingFaults listings = new ListingFaults();
        final ClusterFaults nodes = new ClusterFaults();
        final CloudFaults cloud = new CloudFaults();
        volatile Duration mediaTokenLifetime = Duration.ofMinutes(50);
        volatile @Nullable RefusedSegment refused;
        volatile long seed = 1;

        State(Duration latency) {
            minLatency = latency;
            maxLatency = latency;
        }
    }

    /** Back to how the simulator was started. */
    public void clear() {
        drawn.set(0);
        state = new State(initialLatency);
    }

    /** Every answer takes at least this long. */
    public void latency(Duration fixed) {
        latency(fixed, fixed);
    }

    /** Every answer takes a random time between these two. */
    public void latency(Duration min, Duration max) {
        if (min.isNegative() || max.compareTo(min) < 0) {
            throw new IllegalArgumentException("latency from " + min + " to " + max);
        }
        state.maxLatency = max;
        state.minLatency = min;
    }

    /**
     * Limits the site host (not the media host), each node of a Data Center by itself: beyond the limit the answer is 429
     * with Retry-After in seconds.
     *
     * @param requestsPerSecond 0 for no limit
     * @param burst requests that may come at once, at least 1
     */
    public void rateLimit(double requestsPerSecond, int burst) {
        state.limits.set(requestsPerSecond, burst);
    }

    /** Probability of 503. */
    public void unavailable(double probability) {
        state.unavailable = checked(probability);
    }

    /** Probability of 502 or 504, as from a gateway before the site. */
    public void gateway(double probability) {
        state.gateway = checked(probability);
    }

    /** Probability that the answer stops for {@link SimulatorServer.Delivery.Slow#PAUSE} in the middle of its body. */
    public void slow(double probability) {
        state.slow = checked(probability);
    }

    /** Probability that the connection is closed without an answer. */
    public void reset(double probability) {
        state.reset = checked(probability);
    }

    /** Probability that the connection is closed in the middle of a body. */
    public void truncated(double probability) {
        state.truncated = checked(probability);
    }

    /** Probability that Content-Length, and the body with it, is too short: well-formed HTTP, but not the whole content. */
    public void wrongLength(double probability) {
        state.wrongLength = checked(probability);
    }

    /**
     * Answers every request that names this segment in its path, an endpoint's or a resource's, with this status; the
     * first {@code after} of them are let through.
     */
    public void refuse(String segment, int status, int after) {
        state.refused = new RefusedSegment(segment, status, new AtomicInteger(after));
    }

    /** The status to answer a request for this path with, whatever it asks for; empty to answer it. */
    OptionalInt refusal(List<String> path) {
        RefusedSegment refused = state.refused;
        return refused == null ? OptionalInt.empty() : refused.refusal(path);
    }

    /** Whether every connection to either host is closed without an answer. */
    public void down(boolean down) {
        state.down = down;
    }

    /** Whether a refused request is answered with the login page of Data Center instead of an error. */
    public void loginPage(boolean loginPage) {
        state.loginPage = loginPage;
    }

    /** Whether a request without valid credentials is served as an anonymous visitor who sees no space. */
    public void anonymousSite(boolean anonymous) {
        state.anonymous = anonymous;
    }

    /** Whether a request without valid credentials is served as an anonymous visitor who sees everything. */
    public void publicSite(boolean open) {
        state.open = open;
    }

    /** Whether Range requests for binaries are honoured; they are unless this is switched off. */
    public void ranges(boolean honoured) {
        state.ranges = honoured;
    }

    /** Whether Data Center ignores the parameter {@code ids} and lists everything, as servers before version 10 do. */
    public void ignoresIds(boolean ignored) {
        state.ignoresIds = ignored;
    }

    /** Greatest number of items a listing gives, whatever limit was asked for; 0 for no cap. */
    public void listingCap(int items) {
        state.listingCap = items == 0 ? Integer.MAX_VALUE : items;
    }

    /** What is wrong with listings, cursors and the search index. */
    public ListingFaults listings() {
        return state.listings;
    }

    /** The nodes of a Data Center. */
    public ClusterFaults nodes() {
        return state.nodes;
    }

    /** What only Cloud does. */
    public CloudFaults cloud() {
        return state.cloud;
    }

    /** How long a redirect to the media host is good for. */
    public void mediaTokenLifetime(Duration lifetime) {
        state.mediaTokenLifetime = lifetime;
    }

    /** Where the random faults come from; starts drawing anew. */
    public void seed(long seed) {
        drawn.set(0);
        state.seed = seed;
    }

    public boolean isDown() {
        return state.down;
    }

    public boolean showsLoginPage() {
        return state.loginPage;
    }

    public boolean isAnonymousSite() {
        return state.anonymous;
    }

    public boolean isPublicSite() {
        return state.open;
    }

    public boolean honoursRanges() {
        return state.ranges;
    }

    public boolean isIgnoringIds() {
        return state.ignoresIds;
    }

    /** Greatest number of items a listing gives; {@link Integer#MAX_VALUE} for no cap. */
    public int listingCap() {
        return state.listingCap;
    }

    public Duration mediaTokenLifetime() {
        return state.mediaTokenLifetime;
    }

    /** All settings by name, as the endpoint {@code /simulator/faults} shows and takes them. */
    Map<String, Object> settings() {
        State now = state;
        Map<String, Object> settings = new TreeMap<>();
        settings.put("latencyMillis", now.minLatency.toMillis());
        settings.put("maxLatencyMillis", now.maxLatency.toMillis());
        settings.putAll(now.limits.settings());
        settings.put("unavailable", now.unavailable);
        settings.put("gateway", now.gateway);
        settings.put("slow", now.slow);
        settings.put("reset", now.reset);
        settings.put("truncated", now.truncated);
        settings.put("wrongLength", now.wrongLength);
        settings.put("down", now.down);
        settings.put("loginPage", now.loginPage);
        settings.put("anonymousSite", now.anonymous);
        settings.put("publicSite", now.open);
        settings.put("ranges", now.ranges);
        settings.put("ignoresIds", now.ignoresIds);
        settings.put("listingCap", now.listingCap == Integer.MAX_VALUE ? 0 : now.listingCap);
        settings.putAll(now.listings.settings());
        settings.putAll(now.nodes.settings());
        settings.putAll(now.cloud.settings());
        settings.put("mediaTokenSeconds", now.mediaTokenLifetime.toSeconds());
        RefusedSegment refused = now.refused;
        settings.put("refuse", refused == null ? Map.of() : refused.settings());
        settings.put("seed", now.seed);
        return settings;
    }

    /** The limit that {@link #rateLimit} sets. */
    public RateLimits limits() {
        return state.limits;
    }

    /** What happens to the next request. */
    Fate nextFate() {
        State now = state;
        Dice dice = Dice.of(now.seed, drawn.getAndIncrement());
        long spread = now.maxLatency.minus(now.minLatency).toNanos();
        Duration latency = now.minLatency.plusNanos(spread == 0 ? 0 : (long) (dice.fraction() * spread));
        return new Fate(
                latency,
                dice.fraction() < now.reset,
                dice.fraction() < now.unavailable,
                dice.fraction() < now.truncated,
                dice.fraction() < now.wrongLength,
                Fate.gateway(now.gateway, dice.fraction()),
                dice.fraction() < now.slow);
    }

    private static double checked(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is from 0 to 1: " + probability);
        }
        return probability;
    }
}
