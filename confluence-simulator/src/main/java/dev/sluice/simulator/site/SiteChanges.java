package dev.sluice.simulator.site;

import dev.sluice.simulator.content.Dice;
import dev.sluice.simulator.content.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The operations that people perform on pages. Each makes a new version exactly where Confluence does. An unknown id is
 * an {@link IllegalArgumentException}; what Confluence would refuse is an {@link IllegalStateException}.
 */
public final class SiteChanges {

    private static final int EDITOR = 1;

    private final SiteStore store;

    public SiteChanges(SiteStore store) {
        this.store = store;
    }

    /** Makes a space with a home page of the same name, and gives the id of the space. */
    public long createSpace(String key, String name) {
        return store.writing(() -> {
            if (store.spacesByKey.containsKey(key)) {
                throw new IllegalStateException("a space with this key exists: " + key);
            }
            SpaceState space = new SpaceState(store.nextSpaceId(), key, name, store.clock.tick());
            store.spaces.put(space.id, space);
            store.spacesByKey.put(key, space);
            space.homepageId = add(space, null, name, "<p>Welcome to " + Xml.escape(name) + "</p>").id;
            return space.id;
        });
    }

    /** Gives a space another name; its key, its pages and their versions stay. */
    public void renameSpace(String key, String name) {
        store.writing(() -> spaceOf(key).name = name);
    }

    private SpaceState spaceOf(String key) {
        SpaceState space = store.spacesByKey.get(key);
        if (space == null) {
            throw new IllegalArgumentException("no such space: " + key);
        }
        return space;
    }

    long homepageOf(long spaceId) {
        return store.space(spaceId).orElseThrow().homepageId();
    }

    public long createPage(String spaceKey, @Nullable Long parentId, String title, String storage) {
        return store.writing(() -> add(spaceOf(spaceKey), parentId == null ? null : page(parentId), title, storage).id);
    }

    public void edit(long id, String storage) {
        change(id, page -> revise(page, page.title(), new Body.Stored(storage)));
    }

    public void append(long id, String text) {
        change(
                id,
                page -> revise(
                        page, page.title(), new Body.Appended(page.current().body(), text)));
    }

    /** Saves a page as it is: Confluence makes no new version of that. */
    public void putUnchanged(long id) {
        change(id, page -> {});
    }

    public void rename(long id, String title) {
        change(id, page -> {
            if (!title.equals(page.title())) {
                claim(title, page);
                page.space.titles.remove(page.claim(page.title()), page);
                revise(page, title, page.current().body());
            }
        });
    }

    /** Drags a page, with all below it, under another one: no new version, also when the space changes. */
    public void move(long id, long newParentId) {
        change(id, page -> {
            PageState target = page(newParentId);
            page(id);
            if (target == page || target.isBelow(page)) {
                throw new IllegalStateException("a page cannot be moved below itself: " + id);
            }
            if (target.space != page.space) {
                changeSpace(page, target.space);
            }
            page.unhang();
            page.hangUnder(target);
        });
    }

    /** Moves a page by writing it with another parent: a new version of the page itself. */
    public void moveByPut(long id, long newParentId) {
        store.writing(() -> {
            move(id, newParentId);
            PageState page = usable(id);
            revise(page, page.title(), page.current().body());
            return page;
        });
    }

    /** Writes the body and title of an older version again, as a new version. */
    public void restoreVersion(long id, int number) {
        change(id, page -> {
            if (number < 1 || number > page.revisions.size()) {
                throw new IllegalArgumentException("no version " + number + " of the page " + id);
            }
            Body old = page.revisions.get(number - 1).body();
            revise(page, page.title(), old);
        });
    }

    private static void changeSpace(PageState root, SpaceState space) {
        List<PageState> moved = new ArrayList<>(List.of(root));
        for (int i = 0; i < moved.size(); i++) {
            moved.addAll(moved.get(i).children);
        }
        for (PageState page : moved) {
            if (space.titles.containsKey(page.claim(page.title()))) {
                throw new IllegalStateException("the title is taken in the other space: " + page.title());
            }
        }
        for (PageState page : moved) {
            page.space.pages.remove(page.id);
            page.space.titles.remove(page.claim(page.title()), page);
            page.space = space;
            space.pages.put(page.id, page);
            space.titles.put(page.claim(page.title()), page);
        }
    }

    /** Puts a page in the trash; its children move up to its parent. */
    public void trash(long id) {
        change(id, this::discard);
    }

    private void discard(PageState page) {
        PageState parent = page.parent;
        for (PageState child : List.copyOf(page.children)) {
            child.unhang();
            child.hangUnder(parent);
        }
        page.unhang();
        page.formerParent = parent;
        page.status = ContentStatus.TRASHED;
        page.space.titles.remove(page.claim(page.title()), page);
    }

    /** Takes a page out of the trash, as the REST API does: with a new version, under its old parent if that is there. */
    public void restore(long id) {
        store.writing(() -> {
            PageState page = known(id);
            if (page.status != ContentStatus.TRASHED) {
                throw new IllegalStateException("not in the trash: " + id);
            }
            claim(page.title(), page);
            PageState parent = page.formerParent;
            boolean there = parent != null && parent.status != ContentStatus.TRASHED && parent.space == page.space;
            page.hangUnder(there && store.pages.containsKey(Objects.requireNonNull(parent).id) ? parent : null);
            page.status = ContentStatus.CURRENT;
            revise(page, page.title(), page.current().body());
            return page;
        });
    }

    /** Removes a page for good, with its attachments. */
    public void purge(long id) {
        store.writing(() -> {
            PageState page = known(id);
            if (page.status != ContentStatus.TRASHED) {
                discard(page);
            }
            restrict(page, false);
            store.pages.remove(id);
            page.space.pages.remove(id);
            page.attachments.forEach(attachment -> store.attachments.remove(attachment.id));
            store.comments.values().removeIf(comment -> comment.page == page);
            return page;
        });
    }

    /** Sets or lifts a view restriction that shuts out the owner of the credentials. */
    public void restrict(long id, boolean restricted) {
        change(id, page -> restrict(page, restricted));
    }

    private void restrict(PageState page, boolean restricted) {
        if (page.restricted != restricted) {
            page.restricted = restricted;
            store.restrictions += restricted ? 1 : -1;
        }
    }

    /** Confluence does so in the background. */
    public void archive(long id, boolean archived) {
        change(id, page -> {
            page.status = archived ? ContentStatus.ARCHIVED : ContentStatus.CURRENT;
            UUID task = new UUID(Dice.mix(id), Dice.mix(store.tasks.size()));
            store.tasks.add(new LongTask(task, archived ? "archive" : "unarchive"));
        });
    }

    public void addLabel(long id, String label) {
        change(id, page -> {
            if (!page.labels.contains(label)) {
                page.labels = new ArrayList<>(page.labels);
                page.labels.add(label);
            }
        });
    }

    public void removeLabel(long id, String label) {
        change(id, page -> {
            page.labels = new ArrayList<>(page.labels);
            page.labels.remove(label);
        });
    }

    /** Deletes the oldest version of a page that has two or more: the numbers of the others slide down by one. */
    public void deleteOldestVersion(long id) {
        change(id, page -> {
            if (page.revisions.size() < 2) {
                throw new IllegalStateException("the only version of a page cannot be deleted: " + id);
            }
            page.revisions.removeFirst();
        });
    }

    private PageState add(SpaceState space, @Nullable PageState parent, String title, String storage) {
        PageState page = new PageState(ContentKind.PAGE, store.nextPageId(), space, store.clock.tick());
        publish(page, title, storage).hangUnder(parent);
        return page;
    }

    PageState publish(PageState page, String title, String storage) {
        claim(title, page);
        page.revisions.add(new Revision(page.createdAt, title, new Body.Stored(storage), "", EDITOR));
        store.pages.put(page.id, page);
        page.space.pages.put(page.id, page);
        return page;
    }

    private static void claim(String title, PageState page) {
        if (title.isBlank() || title.length() > 255) {
            throw new IllegalStateException("a title has 1 to 255 characters");
        }
        if (page.space.titles.putIfAbsent(page.claim(title), page) != null) {
            throw new IllegalStateException("A page with this title already exists: " + title);
        }
    }

    private void revise(PageState page, String title, Body body) {
        page.revisions.add(new Revision(store.clock.tick(), title, body, "", EDITOR));
    }

    private void change(long id, Consumer<PageState> change) {
        store.writing(() -> {
            PageState page = usable(id);
            change.accept(page);
            return page;
        });
    }

    /** One that has a place in the tree. */
    PageState page(long id) {
        PageState page = usable(id);
        if (page.kind == ContentKind.BLOG_POST) {
            throw new IllegalStateException("a blog post has no place in the tree: " + id);
        }
        return page;
    }

    PageState usable(long id) {
        PageState page = known(id);
        if (page.status == ContentStatus.TRASHED) {
            throw new IllegalStateException("in the trash: " + id);
        }
        return page;
    }

    private PageState known(long id) {
        PageState page = store.pages.get(id);
        if (page == null) {
            throw new IllegalArgumentException("no such page: " + id);
        }
        return page;
    }
}
