package dev.sluice.simulator.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page or blog post as it was when it was asked for.
 *
 * @param version number of the revision
 * @param createdAt time of the first version, milliseconds since 1970
 * @param creator index of the person who made it
 */
public record PageView(
        ContentKind kind,
        long id,
        String title,
        long spaceId,
        String spaceKey,
        @Nullable Long parentId,
        @Nullable ContentKind parentKind,
        int position,
        ContentStatus status,
        int version,
        Revision revision,
        long createdAt,
        int creator,
        List<String> labels)
        implements Sortable {

    public boolean isBlogPost() {
        return kind == ContentKind.BLOG_POST;
    }

    /** Day and title as they stand in the address of a blog post. */
    public String posted() {
        return PostingDay.of(createdAt).toString().replace('-', '/');
    }

    @Override
    public long modifiedAt() {
        return revision.createdAt();
    }
}
