package dev.sluice.confluence;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** How a product is asked for pages and blog posts. */
interface PageListings {

    /** See {@link Confluence#pages(Space)}. */
    Stream<Page> in(Space space);

    /** See {@link Confluence#blogPosts}. */
    Stream<Page> blogPostsIn(Collection<Space> wanted);

    /** See {@link Confluence#pages(Collection)}. */
    Stream<Page> withIds(Collection<String> ids);

    /** See {@link Confluence#whereabouts}. */
    Map<String, Whereabouts> whereabouts(Collection<String> ids);

    /** See {@link Confluence#descendants}. */
    Stream<Page> below(String pageId, int depth);

    /** See {@link Confluence#bodies}. */
    Stream<PageBody> bodies(Collection<String> ids);

    /** See {@link Confluence#blogPostBodies}. */
    Stream<PageBody> blogPostBodies(Collection<String> ids);
}
