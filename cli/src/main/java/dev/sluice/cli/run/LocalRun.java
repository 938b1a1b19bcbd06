package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Terminal;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.Snapshots;
import dev.sluice.cli.report.Progress;
import dev.sluice.cli.report.Report;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ExportHeader;
import java.io.PrintStream;
import java.time.Clock;

/** One run in this process, from start-up to summary. */
public final class LocalRun {

    private final Report report;
    private final PrintStream err;

    /** {@code report} takes the result, {@code err} the talk. */
    public LocalRun(Report report, PrintStream err) {
        this.report = report;
        this.err = err;
    }

    /** Blocks until the run is over or interrupted. */
    public ExitCode run(RunOrder order) {
        Snapshots.adoption(order.destination()).ifPresent(notice -> err.println("sluice: " + notice));
        try (Interruption interruption = Interruption.listen();
                LocalSession session = LocalSession.open(order.destination(), order.connection())) {
            return watch(session, interruption, order);
        }
    }

    ExitCode watch(LocalSession session, Interruption interruption, RunOrder order) {
        try (Progress progress = new Progress(err, Terminal.attached().isPresent(), Clock.systemUTC())) {
            return new RunWatch(session, progress, report, interruption).await(session.start(order), order);
        }
    }

    /** Refuses when the destination belongs to another Confluence, or shows more of it than nobody may see. */
    public static void requireSameSite(Destination destination, ExportHeader known, Site site) {
        if (!known.confluenceUrl().equals(site.baseUrl().toString())) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s is an export of %s, not of %s. Choose another --output-path, or the right --url. Nothing was touched."
                            .formatted(destination.folder(), known.confluenceUrl(), site.baseUrl()));
        }
        if (site.isAnonymous() && !known.isForEverybody()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s was exported with an account; anonymous visitors see less, and the rest would be taken for deleted. Sign in, or choose another --output-path. Nothing was touched."
                            .formatted(destination.folder()));
        }
    }
}
