package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportId;

/**
 * Asks for a run.
 *
 * @param prune whether files of resources that vanished from Confluence are removed
 * @param allowMassDelete lifts the guard against removing a large part of the export at once
 */
public record RunRequest(ExportId export, boolean prune, boolean allowMassDelete) {}
