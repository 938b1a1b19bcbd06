package dev.sluice.cli.run;

import dev.sluice.cli.report.Items;
import dev.sluice.detector.closing.Preview;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run would do, in the form in which runs are reported. */
final class Foreseen {

    private static final String KEPT = "kept";
    private static final String SKIPPED = "skip";

    private final RunId id;
    private final Plan plan;
    private final Preview.Foresight foresight;
    private final RunOrder order;
    private final LocalFiles files;
    private final List<LedgerItem> items;

    Foreseen(RunId id, Plan plan, Preview.Foresight foresight, RunOrder order) {
        this.id = id;
        this.plan = plan;
        this.foresight = foresight;
        this.order = order;
        this.files = new LocalFiles(order.destination());
        this.items = Stream.concat(
                        foresight.changes().stream().map(this::item),
                        foresight.skipped().stream().map(Foreseen::item))
                .sorted(Comparator.comparingInt(LedgerItem::seq))
                .toList();
    }

    Items items() {
        return (after, limit) ->
                items.stream().filter(item -> item.seq() > after).limit(limit).toList();
    }

    RunView view(long requests, Instant start) {
        Instant now = Instant.now();
        int resources = plan.resources() + foresight.followUps().count();
        return new RunView(
                id,
                RunState.SUCCEEDED,
                plan.resources(),
                plan.pages(),
                resources,
                resources,
                foresight.unchanged(),
                count("new") + count("mod"),
                0,
                count("mov"),
                count("del"),
                count(KEPT),
                0,
                count(SKIPPED),
                0,
                0,
                foresight.followUps().vanished(),
                foresight.followUps().withheld(),
                requests,
                0,
                0,
                null,
                null,
                start,
                now,
                now,
                null,
                null);
    }

    private static LedgerItem item(Outcome.Skipped skipped) {
        return new LedgerItem(skipped.seq(), skipped.resource().toString(), SKIPPED, skipped.path(), skipped.reason());
    }

    private int count(String what) {
        return (int) items.stream().filter(item -> item.what().equals(what)).count();
    }

    private LedgerItem item(Change change) {
        return switch (change) {
            case Change.Fetch fetch -> item(fetch.target(), fetch.reason(), fetch.before());
            case Change.Reuse reuse -> item(reuse.target(), reuse.reason(), reuse.before());
            case Change.Remove remove -> {
                String checksum = remove.checksum();
                boolean edited = !remove.pathTaken() && checksum != null && isEdited(remove.path(), List.of(checksum));
                String what = edited ? KEPT : remove.moved() ? "old" : "del";
                yield new LedgerItem(remove.seq(), remove.resource().toString(), what, remove.path(), reason(remove));
            }
        };
    }

    private @Nullable String reason(Change.Remove remove) {
        String id = remove.resource().id();
        int slash = id.indexOf('/');
        String page = slash < 0 ? id : id.substring(0, slash);
        return !remove.moved() && plan.archived().contains(page) ? "archived" : null;
    }

    private LedgerItem item(Descriptor target, ChangeReason reason, @Nullable Before before) {
        String path = target.resource().path();
        String what;
        if (before != null && isEdited(path, before.checksums())) {
            what = KEPT;
        } else if (reason == ChangeReason.NEW || reason == ChangeReason.RESTORED) {
            what = "new";
        } else {
            boolean moves =
                    before != null && before.path() != null && !before.path().equals(path);
            what = moves ? "mov" : "mod";
        }
        return new LedgerItem(
                target.seq(),
                target.resource().key().toString(),
                what,
                path,
                reason.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the run would leave alone what lies there, because someone edited it. */
    private boolean isEdited(String path, List<String> checksums) {
        return order.policy().preserveLocalEdits()
                && files.sha256(path)
                        .filter(found -> !checksums.contains(found))
                        .isPresent();
    }
}
