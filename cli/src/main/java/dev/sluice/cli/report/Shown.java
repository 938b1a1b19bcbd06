package dev.sluice.cli.report;

import java.util.Set;

/** Which of a run's items a reader is shown. */
final class Shown {

    static final String FAILURE = "fail";

    /** What happened to files; the old file of a resource that moved is no news of its own. */
    static final Set<String> AS_CHANGE = Set.of("new", "mod", "mov", "del", "gone", "kept");

    /** What is no part of the export, though pages refer to it. */
    static final String SKIPPED = "skip";

    private Shown() {}
}
