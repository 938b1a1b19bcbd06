package dev.sluice.confluence;

import dev.sluice.confluence.limit.Pause;
import dev.sluice.confluence.limit.SiteLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * The one way to the network: every request of a client passes here, and waits here. It bounds how many are under way to
 * the site, and to media hosts apart from that, keeps those to the site at the pace of its limit, and holds them back
 * while there is a pause. A pause of the site does not hold media hosts back: their links are good for a short time only, and
 * each was bought with a request to the site. A pause of a media host holds downloads back, and nothing else.
 */
final class RequestGate {

    /** The right to have one request under way, until its answer has been read. */
    interface Permit extends AutoCloseable {

        /** Learns from the answer's beginning how the site takes our pace. */
        default void answered(Answer answer) {}

        @Override
        void close();
    }

    private static final int MOST_HOSTS = 16;

    private final Lanes toSite;
    private final Semaphore toMedia;
    private final Map<String, SiteLimit> mediaHosts = new ConcurrentHashMap<>();
    private final SiteLimit limit;
    private final Turnstile turnstile;
    private final Timing timing;
    private final SiteObserver observer;
    private final LongAdder throttled = new LongAdder();

    RequestGate(int maxConcurrent, SiteLimit limit, Timing timing) {
        this(maxConcurrent, limit, timing, SiteObserver.NONE);
    }

    RequestGate(int maxConcurrent, SiteLimit limit, Timing timing, SiteObserver observer) {
        this.toSite = new Lanes(maxConcurrent);
        this.toMedia = new Semaphore(maxConcurrent, true);
        this.limit = limit;
        this.turnstile = new Turnstile(limit, timing);
        this.timing = timing;
        this.observer = observer;
    }

    /** Blocks until the next request to the site may start. */
    Permit enter() {
        Instant begin = timing.clock().instant();
        String reason = "pace";
        while (true) {
            if (awaitEnd(limit)) {
                reason = limit.pause().reason().name().toLowerCase(Locale.ROOT);
            }
            Permit permit = new SitePermit(toSite.enter());
            if (remaining(limit).isZero() && isTurn(permit) && remaining(limit).isZero()) {
                observer.waited(reason, Duration.between(begin, timing.clock().instant()));
                return permit;
            }
            permit.close();
        }
    }

    /** Blocks while a host that links lead to is to be left alone: a link that is asked for meanwhile would be of no use. */
    void awaitMedia() {
        mediaHosts.values().forEach(this::awaitEnd);
    }

    /** Blocks until the next request to a media host may start. */
    Permit enterMedia(String host) {
        awaitEnd(mediaHost(host));
        try {
            toMedia.acquire();
        } catch (InterruptedException e) {
            throw Timing.interrupted(e);
        }
        return toMedia::release;
    }

    /** Lets no request to the site start for this long from now; requests under way go on. A longer pause stays in force. */
    void pause(Duration duration, Pause.Reason reason) {
        limit.pause(new Pause(timing.clock().instant().plus(duration), reason));
    }

    /** Lets no download begin that may lead to this host for this long from now. */
    void pauseMedia(String host, Duration duration, Pause.Reason reason) {
        mediaHost(host).pause(new Pause(timing.clock().instant().plus(duration), reason));
    }

    Traffic traffic() {
        Pause pause = mediaHosts.values().stream().map(SiteLimit::pause).reduce(limit.pause(), Pause::orLater);
        return new Traffic(toSite.width(), limit.requestsPerSecond(), throttled.sum(), pause);
    }

    /** Links lead to one host, or a few: where there are ever new ones, they are taken for one. */
    private SiteLimit mediaHost(String host) {
        String known = mediaHosts.size() < MOST_HOSTS || mediaHosts.containsKey(host) ? host : "elsewhere";
        return mediaHosts.computeIfAbsent(known, limit::elsewhere);
    }

    private boolean isTurn(Permit permit) {
        try {
            turnstile.pass();
            return true;
        } catch (RuntimeException e) {
            permit.close();
            throw e;
        }
    }

    /** Whether it was closed. */
    private boolean awaitEnd(SiteLimit of) {
        boolean waited = false;
        for (Duration wait = remaining(of); !wait.isZero(); wait = remaining(of)) {
            timing.sleep(wait);
            waited = true;
        }
        return waited;
    }

    private Duration remaining(SiteLimit of) {
        return of.pause().left(timing.clock().instant());
    }

    /** A lane to the site. */
    private final class SitePermit implements Permit {

        private final long narrowedBefore;

        SitePermit(long narrowedBefore) {
            this.narrowedBefore = narrowedBefore;
        }

        @Override
        public void answered(Answer answer) {
            if (answer.status() == 429) {
                throttled.increment();
                toSite.narrow(narrowedBefore);
                return;
            }
            if (answer.status() < 400) {
                toSite.widen();
            }
            Instant now = timing.clock().instant();
            AskedWait wait = RateLimitHeaders.beforeNextRequest(answer, now);
            if (wait.atLeast().isPositive()) {
                pause(wait.atLeast(), wait.reason());
            }
        }

        @Override
        public void close() {
            toSite.leave();
        }
    }
}
