package dev.sluice.simulator.site;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SiteShape;
import dev.sluice.simulator.content.PageBodies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything the site holds, and what a visitor may see of it: restricted pages, and pages below them, are absent from
 * every answer. Thread-safe; answers are snapshots.
 */
public final class SiteStore {

    final SiteShape shape;
    final LogicalClock clock = new LogicalClock();
    final TreeMap<Long, SpaceState> spaces = new TreeMap<>();
    final Map<String, SpaceState> spacesByKey = new HashMap<>();
    final TreeMap<Long, PageState> pages = new TreeMap<>();
    final TreeMap<Long, AttachmentState> attachments = new TreeMap<>();
    final TreeMap<Long, CommentState> comments = new TreeMap<>();
    final List<LongTask> tasks = new ArrayList<>();
    int restrictions;
    private long lastSpaceId = 98_304;
    private long lastPageId = 1_000_000;
    private long lastAttachmentId = 70_000_000;
    private long lastCommentId = 90_000_000;

    private final PageBodies bodies;
    private final LongAdder bodiesSent = new LongAdder();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    public SiteStore(SiteShape shape, Mode mode) {
        this.shape = shape;
        this.bodies = new PageBodies(shape, mode);
    }

    /** The work in the background that was asked for, by age. */
    public List<LongTask> tasks() {
        return reading(() -> List.copyOf(tasks));
    }

    /** Every space, by id. */
    public List<SpaceView> spaces() {
        return reading(() -> spaces.values().stream().map(SpaceState::view).toList());
    }

    public Optional<SpaceView> space(long id) {
        return reading(() -> Optional.ofNullable(spaces.get(id)).map(SpaceState::view));
    }

    public Optional<SpaceView> space(String key) {
        return reading(() -> Optional.ofNullable(spacesByKey.get(key)).map(SpaceState::view));
    }

    /** The visible pages that pass the filter. */
    public List<PageView> pages(PageFilter filter, Slice slice) {
        return reading(() -> {
            TreeMap<Long, PageState> candidates = pages;
            if (filter.spaceIds().size() == 1) {
                SpaceState space = spaces.get(filter.spaceIds().iterator().next());
                candidates = space == null ? new TreeMap<>() : space.pages;
            }
            return slice.of(candidates, page -> filter.accepts(page, clock.now()) && seen(page)).stream()
                    .map(PageState::view)
                    .toList();
        });
    }

    /** The visible pages with these ids that pass the filter, by id. */
    public List<PageView> pages(Collection<Long> ids, PageFilter filter) {
        return reading(() -> ids.stream()
                .sorted()
                .distinct()
                .map(pages::get)
                .filter(Objects::nonNull)
                .filter(page -> filter.accepts(page, clock.now()) && seen(page))
                .map(PageState::view)
                .toList());
    }

    /** A visible page or blog post, also when it is in the trash. */
    public Optional<PageView> content(long id) {
        return reading(() -> visible(id).map(PageState::view));
    }

    /** A visible page, also when it is in the trash. */
    public Optional<PageView> page(long id) {
        return content(id, ContentKind.PAGE);
    }

    /** Visible content of a kind, also when it is in the trash. */
    public Optional<PageView> content(long id, ContentKind kind) {
        return content(id).filter(page -> page.kind() == kind);
    }

    /** The visible pages and blog posts that a query finds, by id. */
    public List<PageView> search(Cql query, boolean archivedSpaces) {
        return search(query, archivedSpaces, Duration.ZERO);
    }

    /** Like this, by an index that does not know what was made or changed in the last time. */
    public List<PageView> search(Cql query, boolean archivedSpaces, Duration delay) {
        return reading(() -> {
            long now = clock.now();
            Stream<PageState> found = pages.values().stream()
                    .filter(page -> page.status == ContentStatus.CURRENT && seen(page))
                    .filter(page -> delay.isZero() || page.modifiedAt() <= now - delay.toMillis())
                    .filter(page -> archivedSpaces || !page.space.archived)
                    .filter(page -> query.matches(page, now));
            return query.sorted(found).stream().map(PageState::view).toList();
        });
    }

    /** The current attachments of visible pages that a query finds. */
    public List<AttachmentView> searchAttachments(Cql query) {
        return reading(() -> {
            Stream<AttachmentState> found = attachments.values().stream()
                    .filter(file -> file.status == ContentStatus.CURRENT
                            && file.page.status != ContentStatus.TRASHED
                            && seen(file.page))
                    .filter(file -> query.matches(file, clock.now()));
            return query.sorted(found).stream().map(AttachmentState::view).toList();
        });
    }

    /** A page or blog post, whoever may see it. */
    public Optional<PageView> anyPage(long id) {
        return reading(() -> Optional.ofNullable(pages.get(id)).map(PageState::view));
    }

    /** The history of a visible page, oldest first. */
    public List<Revision> revisions(long id) {
        return reading(
                () -> visible(id).map(page -> List.copyOf(page.revisions)).orElse(List.of()));
    }

    /** The visible children that are in use or archived, in their order. */
    public List<PageView> children(long id) {
        return reading(() -> visible(id).stream()
                .flatMap(page -> page.children.stream())
                .filter(this::seen)
                .map(PageState::view)
                .toList());
    }

    /** The visible pages below a page, level by level. */
    public List<Descendant> descendants(long id, int depth) {
        return reading(() -> {
            List<Descendant> found = new ArrayList<>();
            List<PageState> level = visible(id).map(List::of).orElse(List.of());
            for (int distance = 1; distance <= depth && !level.isEmpty(); distance++) {
                level = level.stream()
                        .flatMap(page -> page.children.stream())
                        .filter(this::seen)
                        .toList();
                for (PageState page : level) {
                    found.add(new Descendant(page.view(), distance));
                }
            }
            return found;
        });
    }

    /** A page below another one, and how far below. */
    public record Descendant(PageView page, int depth) {}

    /** The pages above a page, from the top down. */
    public List<PageView> ancestors(long id) {
        return reading(() -> {
            List<PageView> above = new ArrayList<>();
            PageState page = pages.get(id);
            for (PageState next = page == null ? null : page.parent; next != null; next = next.parent) {
                above.addFirst(next.view());
            }
            return above;
        });
    }

    /** The attachments of all visible pages that are not in the trash. */
    public List<AttachmentView> attachments(AttachmentFilter filter, Slice slice) {
        return reading(() -> attachments(attachments, filter, slice));
    }

    /** The attachments of one visible page; none when the page is not there. */
    public List<AttachmentView> attachments(long pageId, AttachmentFilter filter, Slice slice) {
        return reading(() -> {
            TreeMap<Long, AttachmentState> own = new TreeMap<>();
            visible(pageId).ifPresent(page -> page.attachments.forEach(each -> own.put(each.id, each)));
            return attachments(own, filter, slice);
        });
    }

    /** An attachment of a visible page, also when it is in the trash. */
    public Optional<AttachmentView> attachment(long id) {
        return reading(() -> Optional.ofNullable(attachments.get(id))
                .filter(attachment -> seen(attachment.page))
                .map(AttachmentState::view));
    }

    /** One version of an attachment of a visible page. */
    public Optional<AttachmentView> attachment(long id, long version) {
        return reading(() -> Optional.ofNullable(attachments.get(id))
                .filter(attachment -> seen(attachment.page))
                .filter(attachment -> version >= 1 && version <= attachment.uploads.size())
                .map(attachment -> attachment.view((int) version)));
    }

    /** The text of a version in storage format, as it reads where the page is now; counted as sent to a client. */
    public String storage(Body body, String spaceKey) {
        bodiesSent.increment();
        return text(body, spaceKey);
    }

    /** How many bodies clients were sent. */
    public long bodiesSent() {
        return bodiesSent.sum();
    }

    /** The text of a version in storage format, not counted. */
    public String text(Body body, String spaceKey) {
        return switch (body) {
            case Body.Generated(int space, int ordinal, int edition) -> bodies.write(space, ordinal, edition, spaceKey);
            case Body.Stored(String storage) -> storage;
            case Body.Appended(Body before, String text) -> text(before, spaceKey) + text;
        };
    }

    SpaceState spaceWith(String key) {
        SpaceState space = spacesByKey.get(key);
        if (space == null) {
            throw new IllegalArgumentException("no such space: " + key);
        }
        return space;
    }

    long nextSpaceId() {
        return ++lastSpaceId;
    }

    long nextPageId() {
        return ++lastPageId;
    }

    long nextAttachmentId() {
        return ++lastAttachmentId;
    }

    long nextCommentId() {
        return ++lastCommentId;
    }

    <T> T reading(Supplier<T> query) {
        return locked(lock.readLock(), query);
    }

    <T> T writing(Supplier<T> change) {
        return locked(lock.writeLock(), change);
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private List<AttachmentView> attachments(
            NavigableMap<Long, AttachmentState> candidates, AttachmentFilter filter, Slice slice) {
        Predicate<AttachmentState> wanted = attachment ->
                filter.accepts(attachment) && attachment.page.status != ContentStatus.TRASHED && seen(attachment.page);
        return slice.of(candidates, wanted).stream().map(AttachmentState::view).toList();
    }

    private Optional<PageState> visible(long id) {
        return Optional.ofNullable(pages.get(id)).filter(this::seen);
    }

    boolean seen(PageState page) {
        return restrictions == 0 || page.visible();
    }
}
