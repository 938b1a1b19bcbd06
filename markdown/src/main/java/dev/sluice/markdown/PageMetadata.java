package dev.sluice.markdown;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page beside its body.
 *
 * @param version as Confluence counts it; 0 when it is not known
 * @param status such as {@code current} or the label of the page's status lozenge; empty when it is not known
 * @param authors display names, the creator first
 * @param sourceUrl the page in Confluence; empty when it is not known
 * @param ancestors titles, the space's front page first
 * @param comments on the page; empty when they are not exported
 */
public record PageMetadata(
        int version,
        String status,
        @Nullable Instant created,
        @Nullable Instant modified,
        List<String> authors,
        List<String> labels,
        String sourceUrl,
        List<String> ancestors,
        List<PageComment> comments) {
    public PageMetadata {
        authors = List.copyOf(authors);
        labels = List.copyOf(labels);
        ancestors = List.copyOf(ancestors);
        comments = List.copyOf(comments);
    }
}
