package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;

/**
 * Accounts for the descriptors of one run: each number counts once, whatever is delivered twice. Pure; the ledger around
 * it keeps it.
 */
final class Tally {

    private final RoaringBitmap settled;
    private final Counts counts;
    private final Predicate<FailureCategory> retries;
    private final List<LedgerItem> items = new ArrayList<>();
    private final List<Outcome> files = new ArrayList<>();

    /** {@code retries}: whether a failure may get another try. */
    Tally(RoaringBitmap settled, Counts counts, Predicate<FailureCategory> retries) {
        this.settled = settled;
        this.counts = counts;
        this.retries = retries;
    }

    void settle(Outcome outcome) {
        switch (outcome) {
            case Outcome.Unchanged same ->
                same.seqs().forEach(range -> counts.unchanged += addRange(range.first(), range.last()));
            case Outcome.Exported done -> {
                if (isFirst(done.target().seq(), LedgerItem.of(done))) {
                    files.add(done);
                    count(done);
                    countDownload(done.target().resource().key(), done.reason().downloads());
                }
            }
            case Outcome.Removed gone -> remove(gone);
            case Outcome.Kept kept -> {
                if (isFirst(kept.seq(), LedgerItem.of(kept))) {
                    counts.recorded++;
                    counts.kept++;
                }
            }
            case Outcome.Skipped skipped -> skip(skipped);
            case Outcome.Inaccessible hidden -> {
                if (isFirst(hidden.target().seq(), LedgerItem.of(hidden))) {
                    count(hidden);
                }
            }
            case Outcome.Failed failed -> {
                if (isFirst(failed.seq(), LedgerItem.of(failed))) {
                    count(failed);
                }
            }
            case Outcome.Requested _,
                    Outcome.FollowUps _,
                    Outcome.Unreadable _,
                    Outcome.Unrecorded _,
                    Outcome.SnapshotWritten _ -> {}
        }
    }

    private void remove(Outcome.Removed gone) {
        if (isFirst(gone.seq(), LedgerItem.of(gone))) {
            files.add(gone);
            counts.recorded++;
            counts.removed += gone.moved() ? 0 : 1;
        }
    }

    private void skip(Outcome.Skipped skipped) {
        if (isFirst(skipped.seq(), LedgerItem.of(skipped))) {
            counts.recorded++;
            counts.skipped++;
        }
    }

    /** Descriptors that have their outcome. */
    RoaringBitmap settled() {
        return settled;
    }

    /** What was settled since this tally was made, but for the unchanged. */
    List<LedgerItem> items() {
        return items;
    }

    /** What was exported or removed since this tally was made, each once. */
    List<Outcome> files() {
        return files;
    }

    private int addRange(int first, int last) {
        int before = settled.getCardinality();
        settled.add((long) first, last + 1L);
        return settled.getCardinality() - before;
    }

    /** Whether the number was open until now; then it is settled, and the item is kept. */
    private boolean isFirst(int seq, LedgerItem item) {
        boolean first = settled.checkedAdd(seq);
        if (first) {
            items.add(item);
        }
        return first;
    }

    private void count(Outcome.Inaccessible hidden) {
        counts.recorded++;
        counts.inaccessible++;
        countDownload(hidden.target().resource().key(), true);
    }

    private void count(Outcome.Failed failed) {
        counts.failed++;
        counts.retryable += retries.test(failed.category()) ? 1 : 0;
        countDownload(failed.resource(), failed.stage() == Stage.FETCH);
    }

    private void countDownload(ResourceKey resource, boolean downloads) {
        if (downloads) {
            switch (resource.kind()) {
                case ATTACHMENT -> counts.filesAsked++;
                case PAGE, BLOGPOST -> counts.pagesAsked++;
                // nothing is asked of Confluence
                case IMAGE -> {}
            }
        }
    }

    private void count(Outcome.Exported done) {
        counts.recorded++;
        switch (done.effect()) {
            case STORED -> {
                counts.stored++;
                counts.bytes += done.output().size();
            }
            case CONFIRMED -> counts.confirmed++;
            case MOVED -> {
                counts.moved++;
                counts.bytes += done.output().size();
            }
        }
    }
}
