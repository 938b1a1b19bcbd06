package dev.sluice.confluence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a page, as it reads now.
 *
 * @param parentId the comment that this one answers; null for one on the page itself
 * @param author who wrote this version; null when the site names nobody
 * @param writtenAt time of this version; null when the site does not say
 * @param quoted the text of the page that an inline comment is about; otherwise empty
 * @param storage the body in storage format
 */
public record Comment(
        String id,
        String pageId,
        @Nullable String parentId,
        @Nullable Person author,
        @Nullable Instant writtenAt,
        String quoted,
        boolean resolved,
        String storage) {}
