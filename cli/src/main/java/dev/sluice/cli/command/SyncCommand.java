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
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice sync}. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Brings an export up to date: fetches what changed, removes what is gone.")
final class SyncCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder of the export (default: the present one).")
    Path outputPath = Path.of(".");

    @Option(
            names = "--prune",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Remove files of what is gone from Confluence (default), or keep them.")
    boolean prune = true;

    @Option(
            names = "--quick",
            description = "Ask only for what is new: a few requests, whatever the size. Moves, deletions and changes of"
                    + " permissions are left to the next sync without it, and nothing is removed.")
    boolean quick;

    @Mixin
    RunFlags flags = new RunFlags();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--export", paramLabel = "ID", description = "With --server: which export.")
    @Nullable
    String export;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        flags.quick = quick;
        if (server.isGiven()) {
            return remote().code();
        }
        Destination destination = new Destination(outputPath);
        ExportHeader header = destination
                .identity()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "%s is no export yet. Run 'sluice spaces KEY --url URL --output-path %s' first."
                                .formatted(destination.folder(), outputPath)));
        flags.check(destination);
        Connection connected = connection.connect(header.confluenceUrl());
        LocalRun.requireSameSite(destination, header, connected.site());
        return flags.run(destination, connected, header.scopes(), prune).code();
    }

    private ExitCode remote() {
        flags.checkRemote();
        if (export == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--server needs --export ID: 'sluice status --server …' lists them.");
        }
        RemotePlanner planner = server.planner();
        Map<String, String> settings = flags.settings();
        Map<String, String> paths = flags.layout.settings();
        if (!settings.isEmpty() || !paths.isEmpty()) {
            planner.change(export, settings, paths);
        }
        return flags.run(planner, export, prune);
    }
}
