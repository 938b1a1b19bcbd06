package dev.sluice.simulator.site;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages a listing gives.
 *
 * @param spaceIds empty for all spaces
 * @param title null for any
 * @param rootsOnly only pages without a parent
 */
public record PageFilter(
        Set<Long> spaceIds,
        Set<ContentStatus> statuses,
        @Nullable String title,
        boolean rootsOnly) {

    public PageFilter {
        spaceIds = Set.copyOf(spaceIds);
        statuses = Set.copyOf(statuses);
    }

    boolean accepts(PageState page) {
        return statuses.contains(page.status)
                && (spaceIds.isEmpty() || spaceIds.contains(page.space.id))
                && (title == null || title.equals(page.title()))
                && (!rootsOnly || page.parent == null);
    }
}
