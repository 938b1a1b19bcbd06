package dev.sluice.simulator;

import java.time.Duration;
import java.util.Map;

/** What is wrong with listings, cursors and the search index, until it is cleared with the other faults. Thread-safe. */
public final class ListingFaults {

    private volatile int largest = Integer.MAX_VALUE;
    private volatile int bodyCap = Integer.MAX_VALUE;
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration searchDelay = Duration.ZERO;
    private volatile Duration cursorLifetime = Duration.ZERO;

    /** Listings that ask for more items than this fail with 504; 0 for none. */
    public void largest(int items) {
        largest = items == 0 ? Integer.MAX_VALUE : items;
    }

    /** Greatest number of items a listing of Cloud gives when bodies are asked for; 0 for no cap. */
    public void bodyCap(int items) {
        bodyCap = items == 0 ? Integer.MAX_VALUE : items;
    }

    /** How long, by the site's logical clock, listings do not show what was made or changed. */
    public void delay(Duration time) {
        delay = time;
    }

    /** How long, by the site's logical clock, the search index does not show what was made or changed. */
    public void searchDelay(Duration time) {
        searchDelay = time;
    }

    /** How long a cursor of Cloud is good for; zero for ever. */
    public void cursorLifetime(Duration time) {
        cursorLifetime = time;
    }

    public int bodyCap() {
        return bodyCap;
    }

    public Duration delay() {
        return delay;
    }

    public Duration searchDelay() {
        return searchDelay;
    }

    public Duration cursorLifetime() {
        return cursorLifetime;
    }

    /** Whether a listing of so many items is more than the site can give. */
    boolean isTooLarge(long items) {
        return items > largest;
    }

    /** All settings by name. */
    Map<String, Object> settings() {
        return Map.of(
                "largestListing", largest == Integer.MAX_VALUE ? 0 : largest,
                "bodyCap", bodyCap == Integer.MAX_VALUE ? 0 : bodyCap,
                "listingDelaySeconds", delay.toSeconds(),
                "searchDelaySeconds", searchDelay.toSeconds(),
                "cursorMillis", cursorLifetime.toMillis());
    }
}
