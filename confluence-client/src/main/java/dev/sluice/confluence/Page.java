package dev.sluice.confluence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk listing says of a page or blog post.
 *
 * @param parentId null for a page at the top of its space; on Cloud it can be a folder or another thing that no listing
 *     of pages contains
 * @param webUrl absolute address for people
 * @param createdAt when the page was made; null when the listing does not say
 * @param postedOn the day under which a blog post is filed; null for a page
 */
public record Page(
        String id,
        Space space,
        String title,
        @Nullable String parentId,
        String status,
        PageVersion version,
        String webUrl,
        @Nullable Instant createdAt,
        @Nullable LocalDate postedOn) {

    /** A page. */
    @SuppressWarnings("ParameterNumber") // those of every page
    public Page(
            String id,
            Space space,
            String title,
            @Nullable String parentId,
            String status,
            PageVersion version,
            String webUrl,
            @Nullable Instant createdAt) {
        this(id, space, title, parentId, status, version, webUrl, createdAt, null);
    }

    /** The same as a blog post. */
    Page postedOn(LocalDate day) {
        return new Page(id, space, title, parentId, status, version, webUrl, createdAt, day);
    }

    public boolean isBlogPost() {
        return postedOn != null;
    }
}
