package dev.sluice.confluence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk listing says of a page.
 *
 * @param parentId null for a page at the top of its space; on Cloud it can be a folder or another thing that no listing
 *     of pages contains
 * @param webUrl absolute address for people
 * @param createdAt when the page was made; null when the listing does not say
 */
public record Page(
        String id,
        Space space,
        String title,
        @Nullable String parentId,
        String status,
        PageVersion version,
        String webUrl,
        @Nullable Instant createdAt) {}
