package dev.sluice.simulator.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was when it was asked for.
 *
 * @param version number of the revision
 * @param createdAt time of the first version, milliseconds since 1970
 * @param creator index of the person who made it
 */
public record PageView(
        long id,
        String title,
        long spaceId,
        String spaceKey,
        @Nullable Long parentId,
        int position,
        ContentStatus status,
        int version,
        Revision revision,
        long createdAt,
        int creator,
        List<String> labels)
        implements Sortable {

    @Override
    public long modifiedAt() {
        return revision.createdAt();
    }
}
