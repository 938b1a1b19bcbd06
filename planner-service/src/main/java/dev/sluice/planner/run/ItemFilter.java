package dev.sluice.planner.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a run are looked for; whatever is said must be so.
 *
 * @param whats words of {@link LedgerItem#what()}; empty for any
 * @param stage that failed; null for any
 * @param category of the failure; null for any
 * @param path how the path begins; null for any
 */
public record ItemFilter(
        Set<String> whats,
        @Nullable String stage,
        @Nullable String category,
        @Nullable String path) {

    /** All items. */
    public static final ItemFilter ALL = new ItemFilter(Set.of(), null, null, null);

    /** What failed for good. */
    static final ItemFilter FAILURES = new ItemFilter(Set.of("fail"), null, null, null);

    public ItemFilter {
        whats = Set.copyOf(whats);
        whats.forEach(LedgerItem::requireWord);
    }
}
