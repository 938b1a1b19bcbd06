package dev.sluice.planner.run;

import dev.sluice.pipeline.RunId;
import java.time.Instant;

/** Another run of the same export is not over. */
public final class RunInProgressException extends RuntimeException {
    RunInProgressException(RunId run, Instant startedAt) {
        super("Run %s of this export, started %s, is not over. Wait for its end, or stop it."
                .formatted(run, startedAt));
    }
}
