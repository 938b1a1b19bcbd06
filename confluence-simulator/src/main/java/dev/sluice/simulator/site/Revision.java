package dev.sluice.simulator.site;

/**
 * One version of a page. Its number is its place in the history, so that it slides when an older one is deleted.
 *
 * @param createdAt milliseconds since 1970
 * @param author index of the person
 */
public record Revision(long createdAt, String title, Body body, String message, int author) {}
