package dev.sluice.planner.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sluice.pipeline.ExportId;

/**
 * A run among others: its figures, and whose it is.
 *
 * @param number of the run within its export, from 1 on
 * @param quick whether only what is new is asked for, if possible
 * @param startedBy who started it, as the API knows them
 */
public record RunInfo(
        @JsonUnwrapped RunView run, ExportId export, int number, boolean quick, boolean prune, String startedBy) {}
