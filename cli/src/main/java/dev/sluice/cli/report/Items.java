package dev.sluice.cli.report;

import dev.sluice.planner.run.LedgerItem;
import java.util.List;

/** What became of a run's descriptors, but for the unchanged ones, a portion at a time. */
@FunctionalInterface
public interface Items {

    /** The items after this number, in the order of their numbers; none when there are no more. */
    List<LedgerItem> after(int seq, int limit);
}
