package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
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
                if (settled.checkedAdd(done.target().seq())) {
                    count(done);
                    countDownload(done.target().resource().key(), done.reason().downloads());
                    items.add(LedgerItem.of(done));
                }
            }
            case Outcome.Removed gone -> {
                if (settled.checkedAdd(gone.seq())) {
                    counts.recorded++;
                    counts.removed += gone.moved() ? 0 : 1;
                    items.add(LedgerItem.of(gone));
                }
            }
            case Outcome.Kept kept -> {
                if (settled.checkedAdd(kept.seq())) {
                    counts.recorded++;
                    counts.kept++;
                    items.add(LedgerItem.of(kept));
                }
            }
            case Outcome.Inaccessible hidden -> {
                if (settled.checkedAdd(hidden.target().seq())) {
                    counts.recorded++;
                    counts.inaccessible++;
                    countDownload(hidden.target().resource().key(), true);
                    items.add(LedgerItem.of(hidden));
                }
            }
            case Outcome.Failed failed -> {
                if (settled.checkedAdd(failed.seq())) {
                    counts.failed++;
                    counts.retryable += retries.test(failed.category()) ? 1 : 0;
                    countDownload(failed.resource(), failed.stage() == Stage.FETCH);
                    items.add(LedgerItem.of(failed));
                }
            }
            case Outcome.Requested ignored -> {}
            case Outcome.FollowUps ignored -> {}
            case Outcome.Unrecorded ignored -> {}
            case Outcome.SnapshotWritten ignored -> {}
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

    private int addRange(int first, int last) {
        int before = settled.getCardinality();
        settled.add((long) first, last + 1L);
        return settled.getCardinality() - before;
    }

    private void countDownload(ResourceKey resource, boolean downloads) {
        if (downloads && resource.kind() == ResourceKind.ATTACHMENT) {
            counts.filesAsked++;
        } else if (downloads) {
            counts.pagesAsked++;
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
