package dev.sluice.planner.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of schedules. */
@ConfigMapping(prefix = "planner.schedules")
interface SchedulesConfig {

    /** Whether this planner starts runs by schedule. */
    @WithDefault("true")
    boolean enabled();

    /** How often it looks whether a schedule is due. */
    @WithDefault("10S")
    Duration lookEvery();
}
