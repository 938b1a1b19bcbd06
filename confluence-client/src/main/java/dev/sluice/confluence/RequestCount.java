package dev.sluice.confluence;

/** Requests sent to a site and to its media host, retries included. */
public record RequestCount(long site, long media, long retries) {}
