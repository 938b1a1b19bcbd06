package dev.sluice.simulator.site;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it was when it was asked for.
 *
 * @param marker name of the marker of an inline comment; null for a footer comment
 * @param selection the text of the page that an inline comment is about
 * @param createdAt time of the first version, milliseconds since 1970
 * @param modifiedAt time of this version
 * @param author index of the person who wrote this version
 */
public record CommentView(
        long id,
        long pageId,
        @Nullable Long parentId,
        @Nullable String marker,
        String selection,
        boolean resolved,
        int version,
        long createdAt,
        long modifiedAt,
        int author,
        String storage,
        String title)
        implements Sortable {

    public boolean isInline() {
        return marker != null;
    }
}
