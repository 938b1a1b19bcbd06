package dev.sluice.confluence;

import java.time.Duration;

/** Learns how the requests of a client go. Called by many threads at once, before the caller gets its answer. */
public interface SiteObserver {

    /** Looks the other way. */
    SiteObserver NONE = new SiteObserver() {
        @Override
        public void answered(String endpoint, int status, Duration took) {}

        @Override
        public void waited(String reason, Duration wait) {}
    };

    /**
     * An answer has begun.
     *
     * @param endpoint path of the API with {@code {id}} for ids, or {@code media} for another host; few different ones
     * @param status zero when none came
     * @param took from the request to the headers of the answer
     */
    void answered(String endpoint, int status, Duration took);

    /**
     * A request may start now.
     *
     * @param reason {@code pace} for the site's limit or the requests that are under way, or what the site has asked for
     * @param wait since it wanted to; zero for most requests
     */
    void waited(String reason, Duration wait);
}
