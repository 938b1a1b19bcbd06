package dev.sluice.planner.path;

import org.jspecify.annotations.Nullable;

/**
 * A page in the tree of its space.
 *
 * @param parentId null, or unknown to the tree, for a page at the top
 */
public record TreeNode(String id, @Nullable String parentId, String title) {}
