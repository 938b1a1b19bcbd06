package dev.sluice.confluence;

/** Requests sent to a site and to its media host, retries included. */
public record RequestCount(long site, long media, long retries) {

    /** All of them; a retry is a request to the site or to its media host, too. */
    public long all() {
        return site + media;
    }
}
