package dev.sluice.planner.crawl;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a run has to look at.
 *
 * @param resources lines of its catalog
 * @param pages how many of them are pages or blog posts
 * @param archived ids of the pages that are left out because they are archived
 * @param quick whether only what is new was asked for: what is missing then is not gone
 * @param note what the user should know of how it was listed, as one sentence; null when there is nothing to say
 */
public record Plan(
        int resources,
        int pages,
        Set<String> archived,
        boolean quick,
        @Nullable String note) {
    public Plan {
        archived = Set.copyOf(archived);
    }

    /** A plan by a full listing that leaves out nothing that is archived. */
    public Plan(int resources, int pages) {
        this(resources, pages, Set.of(), false, null);
    }
}
