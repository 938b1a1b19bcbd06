package dev.sluice.simulator.site;

import org.jspecify.annotations.Nullable;

/** What people do in spaces besides writing pages: blog posts, folders and the like, archiving. */
public final class SpaceChanges {

    private final SiteStore store;
    private final SiteChanges changes;

    public SpaceChanges(SiteStore store, SiteChanges changes) {
        this.store = store;
        this.changes = changes;
    }

    /** Publishes a blog post today. */
    public long createBlogPost(String spaceKey, String title, String storage) {
        return store.writing(() -> {
            PageState post = new PageState(
                    ContentKind.BLOG_POST, store.nextPageId(), store.spaceWith(spaceKey), store.clock.tick());
            return changes.publish(post, title, storage).id;
        });
    }

    /** Makes a folder or the like, which pages can be put into. */
    public long createContainer(ContentKind kind, String spaceKey, @Nullable Long parentId, String title) {
        if (!kind.isContainer()) {
            throw new IllegalArgumentException("not a container: " + kind.word());
        }
        return store.writing(() -> {
            PageState made = new PageState(kind, store.nextPageId(), store.spaceWith(spaceKey), store.clock.tick());
            changes.publish(made, title, "").hangUnder(parentId == null ? null : changes.page(parentId));
            return made.id;
        });
    }

    /** Archives a space, or takes it back. */
    public void archiveSpace(String key, boolean archived) {
        store.writing(() -> {
            store.spaceWith(key).archived = archived;
            return key;
        });
    }
}
