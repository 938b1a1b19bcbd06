package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.connection.ConnectionOptions;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.run.LocalRun;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that exports a scope; its subclasses say which. */
abstract class ExportCommand implements Callable<Integer> {

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Address of the Confluence.")
    String url = "";

    @Option(
            names = {"-o", "--output-path"},
            required = true,
            paramLabel = "DIR",
            description = "Folder to export to; made when missing.")
    Path outputPath = Path.of("");

    @Option(names = "--append", description = "Add this scope to the export that lives in the folder already.")
    boolean append;

    @Option(names = "--prune", description = "Remove files of what is gone from Confluence.")
    boolean prune;

    @Mixin
    SelectionOptions selected = new SelectionOptions();

    @Mixin
    RunFlags flags = new RunFlags();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    abstract ScopeRef scope();

    @Override
    public Integer call() {
        ScopeRef scope = validScope();
        Destination destination = new Destination(outputPath);
        flags.check(destination);
        Optional<ExportHeader> known = destination.identity();
        known.ifPresent(export -> requireSameScope(export, scope));
        Connection connected = connection.connect(url);
        known.ifPresent(export -> LocalRun.requireSameSite(destination, export, connected.site()));
        return flags.run(destination, connected, List.of(scope), prune).code();
    }

    private ScopeRef validScope() {
        ScopeRef scope = scope();
        try {
            Scope.of(scope);
            return scope;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private void requireSameScope(ExportHeader known, ScopeRef scope) {
        if (!append && !known.scopes().contains(scope)) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s is an export already. Run 'sluice sync' to bring it up to date, or add --append to export this as well."
                            .formatted(outputPath));
        }
    }
}
