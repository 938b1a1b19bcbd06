package dev.sluice.planner.crawl;

/** A listing and what it knew besides. */
record Listing(Crawl crawl, ListingState state) {}
