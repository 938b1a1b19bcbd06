package dev.sluice.cli.command;

import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.report.JsonReport;
import dev.sluice.cli.report.Report;
import dev.sluice.cli.report.RunSummary;
import java.time.Clock;
import picocli.CommandLine.Option;

/** The options that every command with a run has. */
final class RunFlags {

    @Option(names = "--allow-mass-delete", description = "Let more than a fifth of the export be removed at once.")
    boolean allowMassDelete;

    @Option(names = "--json", description = "Report the run as JSON (docs/report.schema.json).")
    boolean json;

    Report report(Destination destination) {
        return json
                ? new JsonReport(System.out, Clock.systemUTC())
                : new RunSummary(System.out, destination.home().resolve("runs"));
    }
}
