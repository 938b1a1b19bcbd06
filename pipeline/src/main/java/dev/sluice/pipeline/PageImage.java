package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * An image that a page shows.
 *
 * @param url where it is to be fetched from; null for one that the page holds itself
 * @param file the picture that the page holds itself, at its place in the export; null for one at an address
 */
public record PageImage(
        ResourceKey key, @Nullable String url, @Nullable StoredCopy file) {}
