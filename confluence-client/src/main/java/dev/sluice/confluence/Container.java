package dev.sluice.confluence;

import org.jspecify.annotations.Nullable;

/**
 * What pages can hang under besides pages: a folder, a whiteboard, a database or a smart link.
 *
 * @param spaceId of the space it is in
 */
public record Container(
        String id,
        String spaceId,
        String title,
        @Nullable String parentId,
        @Nullable String parentType) {

    /**
     * Where to find one.
     *
     * @param type as the site calls it: see {@link Page#parentType}
     */
    public record Ref(String id, String type) {}
}
