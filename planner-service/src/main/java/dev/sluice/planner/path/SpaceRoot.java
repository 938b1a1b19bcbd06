package dev.sluice.planner.path;

import org.jspecify.annotations.Nullable;

/**
 * A space as far as paths are made of it.
 *
 * @param homepageId its children lie at the top of the space, beside it
 */
public record SpaceRoot(
        String id, String key, String name, @Nullable String homepageId) {}
