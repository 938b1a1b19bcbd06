package dev.sluice.cli.run;

import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.destination.Destination;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.run.RunPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param newScopes to add to the export's; may be empty for one that has scopes already
 * @param markdown how Markdown is to be written from now on, as far as it is said
 * @param paths where files are to lie from now on, as far as it is said
 * @param manifest key of the snapshot from now on; null leaves it where it is
 */
public record RunOrder(
        Destination destination,
        Connection connection,
        List<ScopeRef> newScopes,
        Map<String, String> markdown,
        Map<String, String> paths,
        RunPolicy policy,
        @Nullable String manifest) {
    public RunOrder {
        newScopes = List.copyOf(newScopes);
        markdown = Map.copyOf(markdown);
        paths = Map.copyOf(paths);
    }

    Site site() {
        return connection.site();
    }
}
