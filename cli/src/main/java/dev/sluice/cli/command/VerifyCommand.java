package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.connection.ConnectionOptions;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.report.JsonReport;
import dev.sluice.cli.report.Report;
import dev.sluice.cli.report.RunSummary;
import dev.sluice.cli.run.LocalRun;
import dev.sluice.cli.run.RunOrder;
import dev.sluice.cli.verify.Verification;
import dev.sluice.cli.verify.VerificationReport;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.planner.run.RunPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compares the files of an export with what was exported, without asking Confluence.",
        footerHeading = "%nExamples:%n",
        footer = {"  sluice verify --output-path ./wiki", "  sluice verify --repair --output-path ./wiki"})
final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder of the export (default: the present one).")
    Path outputPath = Path.of(".");

    @Option(
            names = "--repair",
            description =
                    "Make what is missing or changed anew: a sync that also looks at the files, and removes nothing.")
    boolean repair;

    @Option(
            names = "--preserve-local-edits",
            description = "With --repair, leave changed files as they are, and make only missing ones anew.")
    boolean preserveLocalEdits;

    @Option(names = "--json", description = "As a line of JSON; with --repair, the report of the run is a second one.")
    boolean json;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        Destination destination = new Destination(outputPath);
        ExportHeader export = destination
                .identity()
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.USAGE, "%s is no export yet.".formatted(destination.folder())));
        Verification.Result result = new Verification(destination).run();
        VerificationReport report = new VerificationReport(System.out);
        if (json) {
            report.printJson(result);
        } else {
            report.print(result, repair);
        }
        if (result.isClean()) {
            return ExitCode.DONE.code();
        }
        return repair ? repair(destination, export).code() : ExitCode.SOME_FAILED.code();
    }

    private ExitCode repair(Destination destination, ExportHeader export) {
        Connection connected = connection.connect(export.confluenceUrl());
        LocalRun.requireSameSite(destination, export, connected.site());
        RunPolicy policy = new RunPolicy(false, false, false, false, preserveLocalEdits, true, false);
        Report report = json
                ? new JsonReport(System.out, Clock.systemUTC())
                : new RunSummary(System.out, destination.home().resolve("runs"));
        return new LocalRun(report, System.err)
                .run(new RunOrder(destination, connected, export.scopes(), Map.of(), Map.of(), policy, null));
    }
}
