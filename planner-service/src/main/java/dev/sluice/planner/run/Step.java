package dev.sluice.planner.run;

import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;

/** What has to happen for a run to go on. Taking a step twice does no harm. */
sealed interface Step {

    /** Tell the other services. */
    record Publish(RunEvent event) implements Step {}

    /** Publish once more what failed and is worth it, numbered on from {@code first}. */
    record Retry(RunRef run, int first) implements Step {}

    /** Write the report and end the run. */
    record Finish(RunRef run, RunState last) implements Step {}
}
