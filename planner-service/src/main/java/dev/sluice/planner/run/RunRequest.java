package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run.
 *
 * @param manifest from now on, where in the destination the export's snapshot is written; null leaves that as it is
 * @param startedBy who asks, as the audit trail names them
 */
public record RunRequest(
        ExportId export, RunPolicy policy, @Nullable String manifest, String startedBy) {

    /** Who asks when nobody says so. */
    public static final String COMMAND_LINE = "command line";

    /** A run that the command line asks for. */
    public RunRequest(ExportId export, RunPolicy policy, @Nullable String manifest) {
        this(export, policy, manifest, COMMAND_LINE);
    }

    /** A run that writes the snapshot where the export has it. */
    public RunRequest(ExportId export, RunPolicy policy) {
        this(export, policy, null);
    }
}
