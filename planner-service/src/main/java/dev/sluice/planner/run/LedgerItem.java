package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One settled descriptor that is worth a line in the report.
 *
 * @param what {@code new}, {@code mod}, {@code mov}, {@code del}, {@code old}, {@code kept}, {@code gone}, {@code skip}, {@code fail}, {@code retried} or
 *     {@code same}
 * @param detail reason of the change, or what went wrong in one sentence
 * @param stage that failed; null otherwise
 * @param category of the failure; null otherwise
 */
public record LedgerItem(
        int seq,
        String resource,
        String what,
        String path,
        @Nullable String detail,
        @Nullable Stage stage,
        @Nullable FailureCategory category) {

    /** One that did not fail. */
    public LedgerItem(int seq, String resource, String what, String path, @Nullable String detail) {
        this(seq, resource, what, path, detail, null, null);
    }

    private static final Set<String> WORDS =
            Set.of("new", "mod", "mov", "del", "old", "kept", "gone", "skip", "fail", "retried", "same");

    /** {@link IllegalArgumentException} when nothing ends so. */
    static void requireWord(String what) {
        if (!WORDS.contains(what)) {
            throw new IllegalArgumentException("what is some of %s.".formatted(String.join(",", new TreeSet<>(WORDS))));
        }
    }

    static LedgerItem of(Outcome.Exported done) {
        String what = switch (done.effect()) {
            case CONFIRMED -> "same";
            case MOVED -> "mov";
            case STORED ->
                switch (done.reason()) {
                    case NEW, RESTORED -> "new";
                    case MOVED -> "mov";
                    case VERSION, UNCONFIRMED, FORCED, UNCONDITIONAL, METADATA, DETAILS, FORMAT, LINKS, REPAIR -> "mod";
                };
        };
        var resource = done.target().resource();
        return new LedgerItem(
                done.target().seq(),
                resource.key().toString(),
                what,
                resource.path(),
                done.reason().name().toLowerCase(java.util.Locale.ROOT));
    }

    static LedgerItem of(Outcome.Removed gone) {
        return new LedgerItem(gone.seq(), gone.resource().toString(), gone.moved() ? "old" : "del", gone.path(), null);
    }

    static LedgerItem of(Outcome.Kept kept) {
        return new LedgerItem(
                kept.seq(), kept.resource().toString(), "kept", kept.path(), "edited since it was exported");
    }

    static LedgerItem of(Outcome.Inaccessible hidden) {
        var resource = hidden.target().resource();
        return new LedgerItem(
                hidden.target().seq(),
                resource.key().toString(),
                "gone",
                resource.path(),
                "no permission, or deleted meanwhile");
    }

    static LedgerItem of(Outcome.Skipped skipped) {
        return new LedgerItem(skipped.seq(), skipped.resource().toString(), "skip", skipped.path(), skipped.reason());
    }

    static LedgerItem of(Outcome.Failed failed) {
        return new LedgerItem(
                failed.seq(),
                failed.resource().toString(),
                "fail",
                failed.path(),
                failed.message(),
                failed.stage(),
                failed.category());
    }
}
