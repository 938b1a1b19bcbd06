package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Terminal;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.report.Progress;
import dev.sluice.cli.report.RunSummary;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportHeader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** One run in this process, from start-up to summary. */
public final class LocalRun {

    private final PrintStream out;
    private final PrintStream err;

    /** {@code out} takes the result, {@code err} the talk. */
    public LocalRun(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Blocks until the run is over or interrupted. */
    public ExitCode run(RunOrder order) {
        try (Interruption interruption = Interruption.listen();
                LocalSession session = LocalSession.open(order.destination(), order.site())) {
            return watch(session, interruption, order);
        }
    }

    ExitCode watch(LocalSession session, Interruption interruption, RunOrder order) {
        Path reports = order.destination().folder().resolve(DestinationLayout.HOME + "runs");
        try (Progress progress = new Progress(err, Terminal.attached().isPresent(), Clock.systemUTC())) {
            return new RunWatch(session, progress, new RunSummary(out, reports), interruption)
                    .await(session.start(order), order);
        }
    }

    /** Refuses when the destination belongs to another Confluence. */
    public static void requireSameSite(Destination destination, ExportHeader known, Site site) {
        if (!known.confluenceUrl().equals(site.baseUrl().toString())) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s is an export of %s, not of %s. Choose another --output-path, or the right --url. Nothing was touched."
                            .formatted(destination.folder(), known.confluenceUrl(), site.baseUrl()));
        }
    }
}
