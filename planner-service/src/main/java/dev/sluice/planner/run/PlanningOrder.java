package dev.sluice.planner.run;

import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.ScopeRef;
import java.util.List;

/** A run as planning sees it. */
record PlanningOrder(RunRef run, RunState state, List<ScopeRef> scopes) {}
