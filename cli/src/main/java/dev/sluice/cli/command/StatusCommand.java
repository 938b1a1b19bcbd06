package dev.sluice.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.ExportStatus;
import dev.sluice.cli.report.Figures;
import dev.sluice.cli.server.RemoteStatus;
import dev.sluice.cli.server.ServerOptions;
import dev.sluice.pipeline.Wire;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice status}: from the files of the destination alone. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what an export covers and how its last run ended, without asking Confluence.")
final class StatusCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder of the export (default: the present one).")
    Path outputPath = Path.of(".");

    @Option(names = "--json", description = "As JSON.")
    boolean json;

    @Option(names = "--export", paramLabel = "ID", description = "With --server: which export (default: all).")
    @Nullable
    String export;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        if (server.isGiven()) {
            RemoteStatus remote = new RemoteStatus(server.planner(), System.out);
            if (export == null) {
                remote.printAll(json);
            } else {
                remote.print(export, json);
            }
            return ExitCode.DONE.code();
        }
        Destination destination = new Destination(outputPath);
        ExportStatus status = ExportStatus.of(destination)
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.USAGE, "%s is no export yet.".formatted(destination.folder())));
        if (json) {
            System.out.writeBytes(Wire.encode(status));
            System.out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        } else {
            print(status, System.out);
        }
        return ExitCode.DONE.code();
    }

    private static void print(ExportStatus status, PrintStream out) {
        out.printf("Confluence:    %s%n", status.confluenceUrl());
        status.scopes()
                .forEach(
                        scope -> out.printf("Scope:         %s %s%n", scope.command(), String.join(" ", scope.args())));
        if (status.formatVersion() == null) {
            out.println("Snapshot:      none yet; no run has succeeded");
        } else {
            out.printf("Snapshot:      format %d, written %s%n", status.formatVersion(), status.exportedAt());
            out.printf(
                    "Resources:     %s active, %s%s deleted%n",
                    Figures.number(status.active()),
                    status.stale() == 0 ? "" : Figures.number(status.stale()) + " gone but kept, ",
                    Figures.number(status.deleted()));
        }
        JsonNode last = status.lastRun();
        if (last != null) {
            out.printf(
                    "Last run:      %s, started %s, %s failed%n",
                    last.path("state").asText(),
                    last.path("startedAt").asText(),
                    Figures.number(last.path("failed").asInt()));
        }
    }
}
