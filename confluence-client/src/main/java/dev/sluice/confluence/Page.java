package dev.sluice.confluence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk listing says of a page or blog post.
 *
 * @param parentId null for a page at the top of its space; on Cloud it can be a folder or another thing that no listing
 *     of pages contains
 * @param webUrl absolute address for people
 * @param createdAt when the page was made; null when the listing does not say
 * @param postedOn the day under which a blog post is filed; null for a page
 * @param parentType what the parent is, in the word of the site: {@code page}, {@code folder}, {@code database}, …; null
 *     when there is no parent, or nothing but pages can be one
 * @param files its attachments; null when the listing did not bring them along: see {@link Confluence#attachments}
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
        @Nullable LocalDate postedOn,
        @Nullable String parentType,
        @Nullable List<Attachment> files,
        List<Person> authors,
        @Nullable List<String> labels) {

    public Page {
        files = files == null ? null : List.copyOf(files);
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
        this(id, space, title, parentId, status, version, webUrl, createdAt, null, null, null, List.of(), null);
    }

    /** A page or blog post of which its listing says no more. */
    @SuppressWarnings("ParameterNumber") // those of every page
    public Page(
            String id,
            Space space,
            String title,
            @Nullable String parentId,
            String status,
            PageVersion version,
            String webUrl,
            @Nullable Instant createdAt,
            @Nullable LocalDate postedOn,
            @Nullable String parentType,
            @Nullable List<Attachment> files) {
        this(
                id,
                space,
                title,
                parentId,
                status,
                version,
                webUrl,
                createdAt,
                postedOn,
                parentType,
                files,
                List.of(),
                null);
    }

    /** The same as a blog post. */
    Page postedOn(LocalDate day) {
        return new Page(
                id,
                space,
                title,
                parentId,
                status,
                version,
                webUrl,
                createdAt,
                day,
                parentType,
                files,
                authors,
                labels);
    }

    /** The same in another status and version. */
    Page with(String otherStatus, PageVersion otherVersion) {
        return new Page(
                id,
                space,
                title,
                parentId,
                otherStatus,
                otherVersion,
                webUrl,
                createdAt,
                postedOn,
                parentType,
                files,
                authors,
                labels);
    }

    /** The same with its attachments. */
    public Page with(@Nullable List<Attachment> attached) {
        return new Page(
                id,
                space,
                title,
                parentId,
                status,
                version,
                webUrl,
                createdAt,
                postedOn,
                parentType,
                attached,
                authors,
                labels);
    }

    /** The same under a parent of another kind than a page. */
    Page below(String type) {
        return new Page(
                id, space, title, parentId, status, version, webUrl, createdAt, postedOn, type, files, authors, labels);
    }

    /** Whether it was archived: still there, but out of use. */
    public boolean isArchived() {
        return status.equals("archived");
    }

    public boolean isBlogPost() {
        return postedOn != null;
    }

    /** The same with what the listing says of it besides. */
    Page described(List<Person> by, @Nullable List<String> labelled) {
        return new Page(
                id,
                space,
                title,
                parentId,
                status,
                version,
                webUrl,
                createdAt,
                postedOn,
                parentType,
                files,
                by,
                labelled);
    }
}
