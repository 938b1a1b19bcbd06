package dev.sluice.planner.run;

import java.util.List;

/** What is kept of a run beside the export: its figures and its failures. */
record RunReport(RunView run, List<LedgerItem> failures) {

    /** Failures written out; the figures count them all. */
    static final int MOST_FAILURES = 10_000;

    RunReport {
        failures = List.copyOf(failures);
    }
}
