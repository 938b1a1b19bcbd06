package dev.sluice.cli.command;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sluice pages}. */
@Command(name = "pages", mixinStandardHelpOptions = true, description = "Exports single pages.")
final class PagesCommand extends ExportCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Page ids: the numbers in the pages' addresses.")
    List<String> ids = List.of();

    @Override
    ScopeRef scope() {
        return Scope.ref("pages", ids, null, selected.selection());
    }
}
