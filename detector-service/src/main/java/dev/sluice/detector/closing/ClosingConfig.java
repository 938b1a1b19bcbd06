package dev.sluice.detector.closing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the end of runs. */
@ConfigMapping(prefix = "detector")
interface ClosingConfig {

    /** How long the end of a run waits for outcomes when none come in any more, or tries what fails. */
    @WithDefault("5M")
    Duration longestWait();
}
