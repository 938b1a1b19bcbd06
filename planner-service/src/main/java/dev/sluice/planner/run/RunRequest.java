package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run.
 *
 * @param manifest from now on, where in the destination the export's snapshot is written; null leaves that as it is
 */
public record RunRequest(
        ExportId export, RunPolicy policy, @Nullable String manifest) {

    /** A run that writes the snapshot where the export has it. */
    public RunRequest(ExportId export, RunPolicy policy) {
        this(export, policy, null);
    }
}
