package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.SnapshotPath;
import dev.sluice.cli.format.AttachmentOptions;
import dev.sluice.cli.format.FormatOptions;
import dev.sluice.cli.format.LayoutOptions;
import dev.sluice.cli.report.JsonReport;
import dev.sluice.cli.report.Report;
import dev.sluice.cli.report.RunSummary;
import dev.sluice.cli.run.DryRun;
import dev.sluice.cli.run.LocalRun;
import dev.sluice.cli.run.RunOrder;
import dev.sluice.cli.server.RemotePlanner;
import dev.sluice.cli.server.RemoteRun;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.run.RunPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command with a run has. */
final class RunFlags {

    @Option(names = "--allow-mass-delete", description = "Let more than a fifth of the export be removed at once.")
    boolean allowMassDelete;

    @Option(
            names = "--force",
            description = "Export everything anew; when it breaks off, the next run goes on with it.")
    boolean force;

    @Option(
            names = "--no-smart-sync",
            description = "Download everything in this run, whatever is known of it already.")
    boolean noSmartSync;

    @Option(
            names = "--preserve-local-edits",
            description = "Leave files alone that were edited since they were exported.")
    boolean preserveLocalEdits;

    @Option(names = "--dry-run", description = "Say what would change, and touch nothing.")
    boolean dryRun;

    @Option(
            names = "--manifest",
            paramLabel = "PATH",
            description = "Where in the folder the snapshot is kept, from now on (default: .sluice/manifest.json).")
    @Nullable
    String manifest;

    @Option(names = "--json", description = "Report the run as JSON (docs/report.schema.json).")
    boolean json;

    @Mixin
    FormatOptions format = new FormatOptions();

    @Mixin
    AttachmentOptions attachments = new AttachmentOptions();

    @Mixin
    LayoutOptions layout = new LayoutOptions();

    /** Only {@code sync} can be quick. */
    boolean quick;

    /** Fails in one sentence when the flags cannot be. */
    void check(Destination destination) {
        if (quick && dryRun) {
            throw new CommandFailure(ExitCode.USAGE, "--dry-run looks at everything: leave out --quick, or --dry-run.");
        }
        settings();
        layout.settings();
        if (manifest != null) {
            SnapshotPath.key(destination, manifest);
        }
    }

    /** Fails in one sentence when flags are about a folder. */
    void checkRemote() {
        if (dryRun || manifest != null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--dry-run and --manifest are for folders of this machine: leave them out, or --server.");
        }
    }

    /** Lets the planner run it, as the flags say. */
    ExitCode run(RemotePlanner planner, String export, boolean prune) {
        Report report = json
                ? new JsonReport(System.out, Clock.systemUTC())
                : new RunSummary(System.out, run -> planner.address("runs/" + run + "/outcomes?what=fail"));
        return new RemoteRun(planner, report, System.err).run(export, policy(prune));
    }

    private RunPolicy policy(boolean prune) {
        return new RunPolicy(prune, allowMassDelete, force, noSmartSync, preserveLocalEdits, false, quick);
    }

    Map<String, String> settings() {
        return attachments.addTo(format.settings());
    }

    /** Runs as the flags say, or says what a run would do. */
    ExitCode run(Destination destination, Connection connection, List<ScopeRef> scopes, boolean prune) {
        String key = manifest == null ? null : SnapshotPath.key(destination, manifest);
        RunOrder order =
                new RunOrder(destination, connection, scopes, settings(), layout.settings(), policy(prune), key);
        Report report = json
                ? new JsonReport(System.out, Clock.systemUTC())
                : new RunSummary(System.out, destination.home().resolve("runs"));
        return dryRun ? new DryRun(report).run(order) : new LocalRun(report, System.err).run(order);
    }
}
