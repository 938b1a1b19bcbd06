package dev.sluice.cli.run;

import dev.sluice.cli.destination.Destination;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ScopeRef;
import java.util.List;

/**
 * What to run.
 *
 * @param newScopes to add to the export's; may be empty for one that has scopes already
 */
public record RunOrder(
        Destination destination, Site site, List<ScopeRef> newScopes, boolean prune, boolean allowMassDelete) {
    public RunOrder {
        newScopes = List.copyOf(newScopes);
    }
}
