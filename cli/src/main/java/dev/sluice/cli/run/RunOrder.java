package dev.sluice.cli.run;

import dev.sluice.cli.destination.Destination;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.run.RunPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param newScopes to add to the export's; may be empty for one that has scopes already
 * @param manifest key of the snapshot from now on; null leaves it where it is
 */
public record RunOrder(
        Destination destination,
        Site site,
        List<ScopeRef> newScopes,
        RunPolicy policy,
        @Nullable String manifest) {
    public RunOrder {
        newScopes = List.copyOf(newScopes);
    }
}
