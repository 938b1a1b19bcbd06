package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.connection.ConnectionOptions;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.run.LocalRun;
import dev.sluice.cli.server.RemotePlanner;
import dev.sluice.cli.server.ServerOptions;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that exports a scope; its subclasses say which. */
abstract class ExportCommand implements Callable<Integer> {

    @Option(names = "--url", paramLabel = "URL", description = "Address of the Confluence.")
    @Nullable
    String url;

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            description = "Folder to export to; made when missing.")
    @Nullable
    Path outputPath;

    @Option(names = "--site", paramLabel = "NAME", description = "With --server, in place of --url: one of its sites.")
    @Nullable
    String site;

    @Option(
            names = "--destination",
            paramLabel = "URI",
            description = "With --server, in place of --output-path: s3://BUCKET/PREFIX, or a folder of its machines.")
    @Nullable
    String destination;

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

    @Mixin
    ServerOptions server = new ServerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    abstract ScopeRef scope();

    @Override
    public Integer call() {
        if (server.isGiven()) {
            return remote().code();
        }
        String url = required(this.url, "--url=URL");
        Path outputPath = required(this.outputPath, "--output-path=DIR");
        ScopeRef scope = validScope();
        Destination destination = new Destination(outputPath);
        flags.check(destination);
        Optional<ExportHeader> known = destination.identity();
        known.ifPresent(export -> requireSameScope(outputPath, export, scope));
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

    private ExitCode remote() {
        ScopeRef scope = validScope();
        flags.checkRemote();
        String site = required(this.site, "--site=NAME");
        String destination = required(this.destination, "--destination=URI");
        RemotePlanner planner = server.planner();
        String export = planner.makeExport(site, destination, scope, flags.settings(), flags.layout.settings());
        return flags.run(planner, export, prune);
    }

    private <T> T required(@Nullable T value, String option) {
        if (value == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '%s'".formatted(option));
        }
        return value;
    }

    private void requireSameScope(Path outputPath, ExportHeader known, ScopeRef scope) {
        if (!append && !known.scopes().contains(scope)) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s is an export already. Run 'sluice sync' to bring it up to date, or add --append to export this as well."
                            .formatted(outputPath));
        }
    }
}
