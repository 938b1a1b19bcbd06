package dev.sluice.cli.command;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice pages-with-descendants}. */
@Command(
        name = "pages-with-descendants",
        mixinStandardHelpOptions = true,
        description = "Exports pages and everything below them.")
final class PagesWithDescendantsCommand extends ExportCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Page ids: the numbers in the pages' addresses.")
    List<String> ids = List.of();

    @Option(names = "--depth", paramLabel = "N", description = "So many levels below the pages (default: all).")
    @Nullable
    Integer depth;

    @Override
    ScopeRef scope() {
        return Scope.ref("pages-with-descendants", ids, depth, selected.selection());
    }
}
