package dev.sluice.confluence;

/**
 * What is needed to download an attachment.
 *
 * @param id with its {@code att} prefix
 * @param pageId the page that contains it
 * @param size in bytes, as the listing states it
 * @param downloadLink relative to the site's base URL, as the listing states it
 */
public record AttachmentRef(String id, String pageId, String fileName, long size, String downloadLink) {}
