package dev.sluice.cli.report;

import dev.sluice.planner.run.RunView;

/** Says on standard output how a run ended. */
public interface Report {

    /** A run that is over: what changed, what failed, and the figures. */
    void print(RunView run, Items items);

    /** What a run would do. */
    void printPreview(RunView run, Items items);

    /** The figures of a run that was stopped, as last seen. */
    void printInterrupted(RunView run);
}
