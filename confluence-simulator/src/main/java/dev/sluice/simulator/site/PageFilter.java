package dev.sluice.simulator.site;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages, or blog posts, a listing gives.
 *
 * @param spaceIds empty for all spaces
 * @param title null for any
 * @param rootsOnly only pages without a parent
 */
public record PageFilter(
        ContentKind kind,
        Set<Long> spaceIds,
        Set<ContentStatus> statuses,
        @Nullable String title,
        boolean rootsOnly) {

    public PageFilter {
        spaceIds = Set.copyOf(spaceIds);
        statuses = Set.copyOf(statuses);
    }

    /** Of pages. */
    public PageFilter(Set<Long> spaceIds, Set<ContentStatus> statuses, @Nullable String title, boolean rootsOnly) {
        this(ContentKind.PAGE, spaceIds, statuses, title, rootsOnly);
    }

    /** The same of the other kind of content. */
    public PageFilter of(ContentKind other) {
        return new PageFilter(other, spaceIds, statuses, title, rootsOnly);
    }

    boolean accepts(PageState page) {
        return kind == page.kind
                && statuses.contains(page.status)
                && (spaceIds.isEmpty() || spaceIds.contains(page.space.id))
                && (title == null || title.equals(page.title()))
                && (!rootsOnly || page.parent == null);
    }
}
