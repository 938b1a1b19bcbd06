package dev.sluice.planner.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the audit trail. */
@ConfigMapping(prefix = "planner.audit")
interface AuditConfig {

    /** How long records are kept, such as {@code 730D}; without it for ever. What is older goes when a run ends. */
    Optional<Duration> keepFor();

    /** Whether records are published to the topic as well. */
    @WithDefault("true")
    boolean publish();
}
