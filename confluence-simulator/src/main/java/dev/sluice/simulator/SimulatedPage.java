package dev.sluice.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A page as it was when it was asked for.
 *
 * @param parentId null for a page at the top of its space, and in the trash
 * @param status {@code current}, {@code archived} or {@code trashed}
 */
public record SimulatedPage(
        String id, String title, @Nullable String parentId, int version, String spaceKey, String status) {}
