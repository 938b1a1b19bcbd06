package dev.sluice.catalog;

import dev.sluice.pipeline.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a page with the replies to it.
 *
 * @param author null when nobody is named
 * @param writtenAt null when that is not known
 * @param quoted the text of the page that it is about; empty when it is about the page as a whole
 * @param storage the body in storage format
 */
public record CommentThread(
        String id,
        @Nullable Person author,
        @Nullable Instant writtenAt,
        String quoted,
        boolean resolved,
        String storage,
        List<CommentThread> replies) {
    public CommentThread {
        quoted = whole(quoted);
        storage = whole(storage);
        replies = List.copyOf(replies);
    }

    /** Halves of characters, which no file can hold, are replaced. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
