package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * The file of an attachment as it was downloaded, and what the site said of it then.
 *
 * @param etag null when it said none
 * @param lastModified as it said it; null when it said nothing
 */
public record KnownFile(
        String sha256, @Nullable String etag, @Nullable String lastModified) {}
