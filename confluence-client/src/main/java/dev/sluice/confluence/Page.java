package dev.sluice.confluence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk listing says of a page.
 *
 * @param parentId null for a page at the top of its space; on Cloud it can be a folder or another thing that no listing
 *     of pages contains
 * @param webUrl absolute address for people
 * @param createdAt when the page was made; null when the listing does not say
 * @param authors who made the page and, if that is someone else, who wrote this version
 * @param labels null when the listing does not bring them along: see {@link Confluence#labels}
 */
public record Page(
        String id,
        Space space,
        String title,
        @Nullable String parentId,
        String status,
        PageVersion version,
        String webUrl,
        @Nullable Instant createdAt,
        List<Person> authors,
        @Nullable List<String> labels) {

    public Page {
        authors = List.copyOf(authors);
        labels = labels == null ? null : List.copyOf(labels);
    }

    /** A page of which nothing is known beyond its place. */
    @SuppressWarnings("ParameterNumber") // those of every page
    public Page(
            String id,
            Space space,
            String title,
            @Nullable String parentId,
            String status,
            PageVersion version,
            String webUrl,
            @Nullable Instant createdAt) {
        this(id, space, title, parentId, status, version, webUrl, createdAt, List.of(), null);
    }

    /** The same with what the listing says of it besides. */
    Page described(List<Person> by, @Nullable List<String> labelled) {
        return new Page(id, space, title, parentId, status, version, webUrl, createdAt, by, labelled);
    }
}
