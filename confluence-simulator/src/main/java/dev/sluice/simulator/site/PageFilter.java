package dev.sluice.simulator.site;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages, or blog posts, a listing gives.
 *
 * @param spaceIds empty for all spaces
 * @param title null for any
 * @param rootsOnly only pages without a parent
 * @param settled how many milliseconds ago a page must have been made or changed last, by the logical clock
 */
public record PageFilter(
        ContentKind kind,
        Set<Long> spaceIds,
        Set<ContentStatus> statuses,
        @Nullable String title,
        boolean rootsOnly,
        long settled) {

    public PageFilter {
        spaceIds = Set.copyOf(spaceIds);
        statuses = Set.copyOf(statuses);
    }

    /** Of pages. */
    public PageFilter(Set<Long> spaceIds, Set<ContentStatus> statuses, @Nullable String title, boolean rootsOnly) {
        this(ContentKind.PAGE, spaceIds, statuses, title, rootsOnly, 0);
    }

    /** The same of the other kind of content. */
    public PageFilter of(ContentKind other) {
        return new PageFilter(other, spaceIds, statuses, title, rootsOnly, settled);
    }

    /** The same of what was not made or changed for so long. */
    public PageFilter settledFor(Duration time) {
        return new PageFilter(kind, spaceIds, statuses, title, rootsOnly, time.toMillis());
    }

    boolean accepts(PageState page, long now) {
        return (settled == 0 || page.modifiedAt() <= now - settled)
                && kind == page.kind
                && statuses.contains(page.status)
                && (spaceIds.isEmpty() || spaceIds.contains(page.space.id))
                && (title == null || title.equals(page.title()))
                && (!rootsOnly || page.parent == null);
    }
}
