package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as its watchers see it.
 *
 * @param listed resources that the listing found
 * @param pages how many of these are pages; the others are attachments
 * @param resources descriptors known so far; grows by the follow-ups when the run closes
 * @param settled how many of them have their outcome
 * @param kept files that someone edited and that were left as they are
 * @param skipped images that nobody gives out, and files that are not wanted; pages link to them where they are
 * @param failed for good
 * @param retried failed and tried again under another number
 * @param withheld vanished resources that the guard kept
 * @param requests sent to Confluence to list and to fetch, retries included
 * @param requestsSaved further requests for bodies and files that exporting everything anew would have needed
 * @param unhandledMacros macros of the whole export that the renderer does not know; null before the end
 * @param brokenLinks links of the whole export that lead nowhere; null before the end
 * @param failure of the planning; null otherwise, and when what was asked for is not there
 * @param message why it failed, as one sentence; null otherwise
 */
public record RunView(
        RunId id,
        RunState state,
        int listed,
        int pages,
        int resources,
        int settled,
        int unchanged,
        int stored,
        int confirmed,
        int moved,
        int removed,
        int kept,
        int inaccessible,
        int skipped,
        int failed,
        int retried,
        int vanished,
        int withheld,
        long requests,
        long requestsSaved,
        long bytes,
        @Nullable Integer unhandledMacros,
        @Nullable Integer brokenLinks,
        Instant startedAt,
        Instant progressedAt,
        @Nullable Instant endedAt,
        @Nullable FailureCategory failure,
        @Nullable String message) {

    /** The same figures at the end of the run. */
    public RunView endingIn(RunState last, Instant now) {
        return new RunView(
                id,
                last,
                listed,
                pages,
                resources,
                settled,
                unchanged,
                stored,
                confirmed,
                moved,
                removed,
                kept,
                inaccessible,
                skipped,
                failed,
                retried,
                vanished,
                withheld,
                requests,
                requestsSaved,
                bytes,
                unhandledMacros,
                brokenLinks,
                startedAt,
                now,
                now,
                failure,
                message);
    }
}
