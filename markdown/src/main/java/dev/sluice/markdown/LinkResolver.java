package dev.sluice.markdown;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what only the caller knows: where pages and attachments lie in the export, and what people are called. */
public interface LinkResolver {

    /** A page by title, which is unique within a space. */
    LinkTarget pageByTitle(String spaceKey, String title);

    /** A page or blog post by id. */
    LinkTarget pageById(String id);

    /** A blog post by title and day ({@code yyyy/MM/dd}). */
    LinkTarget blogPost(String spaceKey, String title, String postingDay);

    /** What follows the hash in the address of a place in a page out of the export; {@code title} is that of the page. */
    default String fragment(String title, String anchor) {
        return anchor.replace(' ', '-');
    }

    /** A file attached to the page being converted. */
    LinkTarget attachment(String fileName);

    /** A file attached to another page, named by its title. */
    LinkTarget attachmentOf(String spaceKey, String pageTitle, String fileName);

    /** The front page of a space. */
    LinkTarget space(String spaceKey);

    /**
     * An address as it stands in the body. Leads into the export when it points to a page of this site that is part of
     * it; otherwise the address itself, made absolute.
     */
    LinkTarget url(String url);

    /**
     * Where a picture lies that the page shows from an address. Whoever answers with a file of the export keeps the
     * picture there; otherwise it is an address like any other.
     */
    default LinkTarget image(String url) {
        return new LinkTarget.OutOfExport(url);
    }

    /** The display name for a Cloud account id, Data Center user key or old user name; empty when unknown. */
    Optional<String> userName(@Nullable String accountId, @Nullable String userKey, @Nullable String userName);

    /** The base URL of the Jira that a macro names, without a slash at the end; empty when it is not known. */
    default Optional<String> jiraBaseUrl(String serverId, String serverName) {
        return Optional.empty();
    }

    /**
     * The children of a page in the order of the tree.
     *
     * @param depth how many levels, at least 1
     * @return empty when the tree is not known
     */
    default List<PageNode> children(String spaceKey, String title, int depth) {
        return List.of();
    }

    /** The pages with a label, by title; {@code spaceKey} is null for all spaces. Empty when labels are not known. */
    default List<PageNode> labelled(String label, @Nullable String spaceKey) {
        return List.of();
    }

    /** The names of the files attached to the page being converted, by name. Empty when they are not known. */
    default List<String> attachmentNames() {
        return List.of();
    }

    /**
     * The place in another page of the export that Confluence means by an anchor, see {@link MarkdownConverter#places}.
     *
     * @param path of the page, relative to the destination
     * @return {@link PagePlaces.Place#NOWHERE} when the page has none such; empty when it is not known, and the anchor is
     *     taken for the text of a heading
     */
    default Optional<PagePlaces.Place> place(String path, String anchor) {
        return Optional.empty();
    }

    /**
     * The body of another page that is shown within this one, in whole or in part.
     *
     * @param path of the page, relative to the destination
     * @return storage format; empty when it is not at hand, and a link stands for the content
     */
    default Optional<String> body(String path) {
        return Optional.empty();
    }

    /**
     * Where a picture lies that the page holds itself, in a {@code data:} address. Whoever answers keeps the picture as
     * a file of the export.
     *
     * @param name a file name that is the same for the same picture, such as {@code image-0f3a….png}
     * @return empty to leave the address as it is, whatever its length
     */
    default Optional<LinkTarget> embeddedImage(String name, String mediaType, byte[] content) {
        return Optional.empty();
    }
}
