package dev.sluice.planner.run;

import dev.sluice.pipeline.RunId;

/** Runs as their watchers see them. */
final class RunViews {

    private RunViews() {}

    static RunInfo info(Run run) {
        return new RunInfo(view(run), run.export.id(), run.number, run.quick, run.prune, run.startedBy);
    }

    static RunView view(Run run) {
        return new RunView(
                new RunId(run.id),
                run.state,
                run.listed,
                run.pages,
                run.resources,
                run.settled,
                run.counts.unchanged,
                run.counts.stored,
                run.counts.confirmed,
                run.counts.moved,
                run.counts.removed,
                run.counts.kept,
                run.counts.inaccessible,
                run.counts.skipped,
                run.counts.failed,
                run.counts.retried,
                run.comparisons.vanished,
                run.comparisons.withheld,
                run.requests,
                run.counts.saved(run.listed, run.pages),
                run.counts.bytes,
                run.unhandledMacros,
                run.brokenLinks,
                run.startedAt,
                run.progressedAt,
                run.endedAt,
                run.failure,
                run.message);
    }
}
