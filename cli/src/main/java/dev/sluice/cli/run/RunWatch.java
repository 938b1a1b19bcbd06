package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.report.Figures;
import dev.sluice.cli.report.Progress;
import dev.sluice.cli.report.Report;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Instant;

/** Watches a run to its end, or to the moment when the user or a full disk stops it. */
public final class RunWatch {

    private static final long LEAST_FREE_BYTES = 32L << 20;
    private static final long INTERVAL_MILLIS = 50;

    private final LocalSession session;
    private final Progress progress;
    private final Report report;
    private final Interruption interruption;

    RunWatch(LocalSession session, Progress progress, Report report, Interruption interruption) {
        this.session = session;
        this.progress = progress;
        this.report = report;
        this.interruption = interruption;
    }

    /** Blocks until the run is over, prints its summary, and says how the command ends. */
    ExitCode await(RunId run, RunOrder order) {
        FileStore disk = disk(order);
        while (true) {
            RunView view = session.runs().find(run).orElseThrow();
            progress.show(view, () -> waiting(order));
            if (view.state().ended()) {
                progress.close();
                report.print(view, (after, limit) -> session.runs().items(run, after, limit));
                return exitCode(view);
            }
            requireSpace(disk, run, order);
            if (interruption.within(INTERVAL_MILLIS)) {
                progress.close();
                report.printInterrupted(view);
                interruption.close();
                return ExitCode.INTERRUPTED;
            }
        }
    }

    /** Empty while Confluence may be asked. */
    private String waiting(RunOrder order) {
        return session.traffic()
                .map(traffic -> Progress.waiting(order.site().baseUrl(), traffic.pause(), Instant.now()))
                .orElse("");
    }

    private void requireSpace(FileStore disk, RunId run, RunOrder order) {
        try {
            if (disk.getUsableSpace() < LEAST_FREE_BYTES) {
                progress.close();
                session.runs().interrupt(run);
                throw new CommandFailure(
                        ExitCode.SOME_FAILED,
                        "The disk of %s is full; what is exported so far is kept. Free some space and run 'sluice sync' to go on."
                                .formatted(order.destination().folder()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileStore disk(RunOrder order) {
        try {
            return Files.getFileStore(order.destination().folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the command of a run that ended so ends; {@link CommandFailure} when that needs a sentence. */
    public static ExitCode exitCode(RunView view) {
        if (view.state() == RunState.FAILED) {
            boolean refused = view.failure() == FailureCategory.NOT_AUTHORISED;
            throw new CommandFailure(
                    refused ? ExitCode.NOT_AUTHORISED : ExitCode.USAGE, String.valueOf(view.message()));
        }
        if (view.withheld() > 0) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s resources of this export are gone from Confluence, more than a fifth of it; they were kept. If they are meant to be gone, run 'sluice sync --allow-mass-delete'; if not, check what your account may see."
                            .formatted(Figures.number(view.withheld())));
        }
        return view.state() == RunState.SUCCEEDED ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
}
