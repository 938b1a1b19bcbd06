package dev.sluice.planner.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the planner. */
@ConfigMapping(prefix = "planner")
interface PlannerConfig {

    /** What a starting planner does with runs that are not over: on a broker that kept its messages, resume. */
    @WithDefault("resume")
    UnfinishedRuns unfinishedRuns();

    /** A quick run lists everything when everything was listed longer ago. */
    @WithDefault("7D")
    Duration fullListingEvery();

    /** What to do with a run that a planner before this one left. */
    enum UnfinishedRuns {
        /** Go on where it stands. */
        RESUME,
        /** End it; the next run goes on from the manifest. */
        INTERRUPT
    }
}
