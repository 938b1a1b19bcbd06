package dev.sluice.cli.command;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sluice spaces}. */
@Command(name = "spaces", mixinStandardHelpOptions = true, description = "Exports every page of spaces.")
final class SpacesCommand extends ExportCommand {

    @Parameters(arity = "1..*", paramLabel = "KEY", description = "Space keys, such as ENG.")
    List<String> keys = List.of();

    @Override
    ScopeRef scope() {
        return Scope.ref("spaces", keys, null, selected.selection());
    }
}
