package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.RunRef;

/** A run as planning sees it. */
record PlanningOrder(RunRef run, RunState state, ExportHeader export, boolean quick) {}
