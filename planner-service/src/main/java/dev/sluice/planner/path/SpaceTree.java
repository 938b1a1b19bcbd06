package dev.sluice.planner.path;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A space and the pages to lay out in it.
 *
 * @param homepageId its children lie at the top of the space, beside it
 */
public record SpaceTree(
        String id,
        String key,
        String name,
        @Nullable String homepageId,
        Collection<TreeNode> nodes) {

    /** One that is named by its key. */
    public SpaceTree(
            String id, String key, @Nullable String homepageId, Collection<TreeNode> nodes) {
        this(id, key, key, homepageId, nodes);
    }
}
