package dev.sluice.confluence;

import java.time.Duration;

/**
 * How a client behaves towards a site.
 *
 * @param userAgent sent with every request
 * @param maxConcurrent requests under way at once to the site, and as many to media hosts; downloads included
 */
public record ClientSettings(
        String userAgent, int maxConcurrent, Timeouts timeouts, Retries retries, PageSizes pageSizes) {

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
            int failures, int throttled, Duration firstDelay, Duration longestDelay, Duration longestRetryAfter) {}

    /** Items asked for in one request. A site may give fewer at any time. */
    public record PageSizes(int cloudListing, int cloudBodies, int dataCenterListing, int dataCenterBodies) {

        /** The greatest sizes that the products document, with bodies by the hundred on Cloud. */
        public static final PageSizes DOCUMENTED = new PageSizes(250, 100, 200, 50);

        public PageSizes {
            requirePositive("page size", Math.min(cloudListing, cloudBodies));
            requirePositive("page size", Math.min(dataCenterListing, dataCenterBodies));
        }
    }

    public ClientSettings {
        requirePositive("maxConcurrent", maxConcurrent);
    }

    /** Settings for a whole site, sixteen requests at once. */
    public static ClientSettings defaults() {
        return new ClientSettings(
                "sluice",
                16,
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                new Retries(8, 30, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofMinutes(10)),
                PageSizes.DOCUMENTED);
    }

    public ClientSettings withUserAgent(String value) {
        return new ClientSettings(value, maxConcurrent, timeouts, retries, pageSizes);
    }

    public ClientSettings withMaxConcurrent(int value) {
        return new ClientSettings(userAgent, value, timeouts, retries, pageSizes);
    }

    public ClientSettings withTimeouts(Timeouts value) {
        return new ClientSettings(userAgent, maxConcurrent, value, retries, pageSizes);
    }

    public ClientSettings withRetries(Retries value) {
        return new ClientSettings(userAgent, maxConcurrent, timeouts, value, pageSizes);
    }

    public ClientSettings withPageSizes(PageSizes value) {
        return new ClientSettings(userAgent, maxConcurrent, timeouts, retries, value);
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }
}
