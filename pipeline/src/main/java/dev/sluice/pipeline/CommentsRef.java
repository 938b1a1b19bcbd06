package dev.sluice.pipeline;

/**
 * Where the comments on a page lie, beside the catalog of the run.
 *
 * @param key of an object of the destination that holds those of many pages
 * @param offset of the page's own, in bytes
 * @param length in bytes
 * @param sha256 of these bytes: another one when any comment on the page is written, edited, resolved or deleted
 */
public record CommentsRef(String key, long offset, int length, String sha256) {}
