package dev.sluice.planner.crawl;

/**
 * How much a run has to look at.
 *
 * @param resources lines of its catalog
 * @param pages how many of them are pages
 */
public record Plan(int resources, int pages) {}
