package dev.sluice.planner.path;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A space and the pages to lay out in it.
 *
 * @param homepageId its children lie at the top of the space, beside it
 * @param posts its blog posts
 */
public record SpaceTree(
        String id,
        String key,
        String name,
        @Nullable String homepageId,
        Collection<TreeNode> nodes,
        Collection<BlogPostNode> posts) {

    /** One without blog posts. */
    public SpaceTree(String id, String key, String name, @Nullable String homepageId, Collection<TreeNode> nodes) {
        this(id, key, name, homepageId, nodes, List.of());
    }

    /** One that is named by its key, without blog posts. */
    public SpaceTree(String id, String key, @Nullable String homepageId, Collection<TreeNode> nodes) {
        this(id, key, key, homepageId, nodes, List.of());
    }
}
