package dev.sluice.markdown;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a page.
 *
 * @param author display name
 * @param quotedText the text of the page that an inline comment is about; empty for a footer comment
 * @param storage the body in storage format
 */
public record PageComment(
        String author,
        @Nullable Instant created,
        String quotedText,
        boolean resolved,
        String storage,
        List<PageComment> replies) {
    public PageComment {
        replies = List.copyOf(replies);
    }
}
