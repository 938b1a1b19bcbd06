package dev.sluice.markdown;

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

    /** The display name for a Cloud account id, Data Center user key or old user name; empty when unknown. */
    Optional<String> userName(@Nullable String accountId, @Nullable String userKey, @Nullable String userName);
}
