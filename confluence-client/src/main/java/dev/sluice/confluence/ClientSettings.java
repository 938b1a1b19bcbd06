package dev.sluice.confluence;

import dev.sluice.confluence.limit.OwnLimit;
import dev.sluice.confluence.limit.SiteLimit;
import dev.sluice.confluence.network.Network;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a client behaves towards a site.
 *
 * @param userAgent sent with every request
 */
public record ClientSettings(
        String userAgent, Pace pace, Timeouts timeouts, Retries retries, PageSizes pageSizes, Network network) {

    /**
     * How much is asked at once and in a second.
     *
     * @param maxConcurrent requests under way at once to the site, and as many to media hosts; downloads included
     * @param requestsPerSecond to the site; zero for no limit
     */
    public record Pace(int maxConcurrent, double requestsPerSecond) {

        /** More than any site bears, and less than a bucket can count. */
        private static final double MOST = 100_000;

        public Pace {
            requirePositive("maxConcurrent", maxConcurrent);
            if (!(requestsPerSecond == 0 || (requestsPerSecond >= 0.001 && requestsPerSecond <= MOST))) {
                throw new IllegalArgumentException("The limit of requests per second must be from 0.001 to 100000, not "
                        + requestsPerSecond + ".");
            }
        }
    }

    /**
     * How long to wait for the network.
     *
     * @param request until the answer starts, and then between any two pieces of it
     */
    public record Timeouts(Duration connect, Duration request) {}

    /**
     * How often and how soon a request is sent again. Waits double from {@code firstDelay} up to {@code longestDelay},
     * give or take 30 %.
     *
     * @param failures tries after a failure: 5xx, a reset, a timeout, a broken transfer
     * @param throttled tries after a 429; they are counted apart, because waiting is all they cost
     * @param longestRetryAfter a longer {@code Retry-After} is cut to this
     */
    public record Retries(
            int failures, int throttled, Duration firstDelay, Duration longestDelay, Duration longestRetryAfter) {
        public Retries {
            if (failures < 0 || throttled < 0) {
                throw new IllegalArgumentException("retries must not be negative: " + failures + ", " + throttled);
            }
        }
    }

    /** Items asked for in one request. A site may give fewer at any time. */
    public record PageSizes(int cloudListing, int cloudBodies, int dataCenterListing, int dataCenterBodies) {

        /** The greatest sizes that the products document, with bodies by the hundred on Cloud. */
        public static final PageSizes DOCUMENTED = new PageSizes(250, 100, 200, 50);

        public PageSizes {
            requirePositive("page size", Math.min(cloudListing, cloudBodies));
            requirePositive("page size", Math.min(dataCenterListing, dataCenterBodies));
        }
    }

    /** Settings for a whole site, sixteen requests at once. */
    public static ClientSettings defaults() {
        return new ClientSettings(
                "sluice",
                new Pace(16, 0),
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                new Retries(8, 30, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofMinutes(10)),
                PageSizes.DOCUMENTED,
                Network.DIRECT);
    }

    public ClientSettings withUserAgent(String value) {
        return new ClientSettings(value, pace, timeouts, retries, pageSizes, network);
    }

    public ClientSettings withMaxConcurrent(int value) {
        Pace other = new Pace(value, pace.requestsPerSecond());
        return new ClientSettings(userAgent, other, timeouts, retries, pageSizes, network);
    }

    /** Zero for no limit. */
    public ClientSettings withRequestsPerSecond(double value) {
        Pace other = new Pace(pace.maxConcurrent(), value);
        return new ClientSettings(userAgent, other, timeouts, retries, pageSizes, network);
    }

    public ClientSettings withTimeouts(Timeouts value) {
        return new ClientSettings(userAgent, pace, value, retries, pageSizes, network);
    }

    public ClientSettings withRetries(Retries value) {
        return new ClientSettings(userAgent, pace, timeouts, value, pageSizes, network);
    }

    /** Sends a request that failed again so often. */
    public ClientSettings withFailureRetries(int value) {
        return withRetries(new Retries(
                value, retries.throttled(), retries.firstDelay(), retries.longestDelay(), retries.longestRetryAfter()));
    }

    public ClientSettings withPageSizes(PageSizes value) {
        return new ClientSettings(userAgent, pace, timeouts, retries, value, network);
    }

    public ClientSettings withNetwork(Network value) {
        return new ClientSettings(userAgent, pace, timeouts, retries, pageSizes, value);
    }

    /** The limit of a client that asks its site alone. */
    SiteLimit ownLimit(InstantSource clock) {
        return new OwnLimit(pace.requestsPerSecond(), clock);
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }
}
