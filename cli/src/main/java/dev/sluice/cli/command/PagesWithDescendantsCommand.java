package dev.sluice.cli.command;

import dev.sluice.pipeline.ScopeRef;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sluice pages-with-descendants}. */
@Command(
        name = "pages-with-descendants",
        mixinStandardHelpOptions = true,
        description = "Exports pages and everything below them.")
final class PagesWithDescendantsCommand extends ExportCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Page ids: the numbers in the pages' addresses.")
    List<String> ids = List.of();

    @Override
    ScopeRef scope() {
        return new ScopeRef("pages-with-descendants", ids);
    }
}
