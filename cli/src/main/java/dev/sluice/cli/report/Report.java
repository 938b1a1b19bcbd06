package dev.sluice.cli.report;

import dev.sluice.planner.run.RunView;
import dev.sluice.planner.run.Runs;

/** Says on standard output how a run ended. */
public interface Report {

    /** A run that is over: what changed, what failed, and the figures. */
    void print(RunView run, Runs runs);

    /** The figures of a run that was stopped, as last seen. */
    void printInterrupted(RunView run);
}
