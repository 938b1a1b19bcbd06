package dev.sluice.confluence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One Confluence site, as far as its credentials reach. Streams are lazy: each page of a listing is asked for when its
 * first item is needed, by the {@code next} link only. Thread-safe; every method blocks and throws
 * {@link ConfluenceException} when the site does not give what was asked for.
 */
public interface Confluence extends AutoCloseable {

    /** The account the credentials belong to; refuses with {@code NOT_AUTHORISED} when the site takes it as anonymous. */
    Account currentUser();

    /** The spaces with these keys, archived or not; a key that is unknown or invisible has no space in the answer. */
    List<Space> spaces(Collection<String> keys);

    /** Every current space that is visible: global ones, and personal ones when asked for. */
    default Stream<Space> allSpaces(boolean personal) {
        return allSpaces(personal, false);
    }

    /** Every space that is visible: current global ones, and personal and archived ones when asked for. */
    Stream<Space> allSpaces(boolean personal, boolean archived);

    /** Every current or archived page of the space, in or out of the home page's tree; its status says which it is. */
    Stream<Page> pages(Space space);

    /** Every current blog post of these spaces. */
    Stream<Page> blogPosts(Collection<Space> spaces);

    /** The pages with these ids that exist and are visible, archived or not, and not in the trash. */
    List<Page> pages(Collection<String> ids);

    /** Where the pages with these ids are; those that are deleted for good, or out of sight, are absent. */
    Map<String, Whereabouts> whereabouts(Collection<String> ids);

    /** The pages below a page, at any depth, without the page itself. */
    default Stream<Page> descendants(Page root) {
        return descendants(root, Integer.MAX_VALUE);
    }

    /** The pages below a page, so many levels down, without the page itself. */
    Stream<Page> descendants(Page root, int depth);

    /** Those of these folders and the like that are visible. A request each. */
    List<Container> containers(Collection<Container.Ref> wanted);

    /**
     * The ids of what a query in CQL finds. The search index lags behind the site, so that what was changed a moment ago
     * may be missing, or be found as it was.
     *
     * @param archivedSpaces whether to look into these, too
     */
    Stream<String> search(String cql, boolean archivedSpaces);

    /** The pages with these ids, with their bodies in storage format; an id that is gone or invisible is absent. */
    List<PageBody> bodies(Collection<String> ids);

    /** The blog posts with these ids, like {@link #bodies} gives pages. */
    List<PageBody> blogPostBodies(Collection<String> ids);

    /**
     * The current attachments of these pages and blog posts, by the cheapest complete listing: site-wide, or page by page where that
     * costs less. One call for all pages of a run costs less than many calls for some of them. Of pages whose listing has
     * brought them along, they are those of that time. One that is listed while the site changes may come twice.
     */
    Stream<Attachment> attachments(WantedPages pages);

    /** The same of pages that are in memory, each attachment once. */
    default Stream<Attachment> attachments(Collection<Page> pages) {
        Set<String> found = new HashSet<>();
        return attachments(WantedPages.of(pages))
                .filter(attachment -> found.add(attachment.ref().id()));
    }

    /** The labels of each of these pages that exists and is visible, by page id; asked for many at once. */
    Map<String, List<String>> labels(Collection<String> pageIds);

    /**
     * Every comment on these pages, replies and resolved ones too, in no particular order; by the cheapest complete
     * listing, as with {@link #attachments}.
     */
    Stream<Comment> comments(WantedPages pages);

    /** The same of pages that are in memory. */
    default Stream<Comment> comments(Collection<Page> pages) {
        return comments(WantedPages.of(pages));
    }

    /**
     * The people with these ids: account ids on Cloud, user keys on Data Center. Those that nobody knows are absent.
     * Refuses with {@code FORBIDDEN} or {@code NOT_AUTHORISED} when the account may not look people up.
     */
    List<Person> people(Collection<String> ids);
    /** Current and archived pages and blog posts that were changed lately, newest first. */
    Stream<Page> recent(Recent asked);

    /** Current attachments of whatever pages of the site that were changed lately, newest first. */
    Stream<Attachment> recentAttachments(Recent asked);

    /**
     * Downloads an attachment to the end, streaming it into the sink. A transfer that breaks, is short, or is a login
     * page is tried again; the sink is then given a new stream from the first byte. What the sink throws by itself is
     * let through and ends the download.
     *
     * @param held what the site said of bytes that need not come again; a site that cannot tell gives them again
     */
    <T> Downloaded<T> download(AttachmentRef attachment, Stamp held, DownloadSink<T> sink);

    /** Downloads an attachment, whatever is held of it. */
    default <T> T download(AttachmentRef attachment, DownloadSink<T> sink) {
        return switch (download(attachment, Stamp.NONE, sink)) {
            case Downloaded.Received<T> received -> received.bytes();
            case Downloaded.NotModified<T> ignored ->
                throw new IllegalStateException("nothing was held of attachment " + attachment.id());
        };
    }

    /** What this client has asked of the site so far. */
    RequestCount requests();

    /** How this client gets on with the site. */
    Traffic traffic();

    @Override
    void close();
}
