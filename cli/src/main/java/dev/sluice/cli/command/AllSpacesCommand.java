package dev.sluice.cli.command;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice all-spaces}. */
@Command(
        name = "all-spaces",
        mixinStandardHelpOptions = true,
        description = "Exports every space that the account may see.")
final class AllSpacesCommand extends ExportCommand {

    @Option(names = "--personal", description = "Personal spaces, too.")
    boolean personal;

    @Override
    ScopeRef scope() {
        return Scope.ref("all-spaces", personal ? List.of(Scope.PERSONAL) : List.of(), null, selected.selection());
    }
}
