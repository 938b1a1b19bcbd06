package dev.sluice.cli.report;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import dev.sluice.planner.run.Runs;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The end of a run on one screen: what changed, what failed, and the figures. */
public final class RunSummary {

    private static final int LINES = 50;
    private static final Set<String> SHOWN = Set.of("new", "mod", "mov", "del", "gone", "fail");

    private final PrintStream out;
    private final Path reports;

    /** {@code reports}: folder of the report files, to point to. */
    public RunSummary(PrintStream out, Path reports) {
        this.out = out;
        this.reports = reports;
    }

    public void print(RunView run, Runs runs) {
        if (run.state() == RunState.FAILED) {
            return;
        }
        printItems(run, runs);
        printFigures(run);
    }

    /** The figures of a run that was stopped, as last seen. */
    public void printInterrupted(RunView run) {
        out.printf(
                "Interrupted after %,d of %,d resources; 'sluice sync' goes on from here.%n",
                run.settled(), run.resources());
        printCounts(run);
    }

    private void printItems(RunView run, Runs runs) {
        int printed = 0;
        int after = -1;
        List<LedgerItem> items;
        do {
            items = runs.items(run.id(), after, 1000);
            for (LedgerItem item : items) {
                after = item.seq();
                if (SHOWN.contains(item.what()) && printed++ < LINES) {
                    out.println(line(item));
                }
            }
        } while (!items.isEmpty() && printed < LINES);
        int all = run.stored() + run.moved() + run.removed() + run.inaccessible() + run.failed();
        if (all > LINES) {
            out.printf("  … and %,d more%n", all - LINES);
        }
    }

    private static String line(LedgerItem item) {
        String detail = item.what().equals("fail") ? "  " + item.detail() : "";
        return "  %-5s %s%s".formatted(item.what() + ":", item.path(), detail);
    }

    private void printFigures(RunView run) {
        out.printf("%s%n", headline(run));
        printCounts(run);
        if (run.failed() > 0) {
            out.printf("  All failures: %s%n", reports.resolve(run.id() + ".json"));
        }
    }

    private void printCounts(RunView run) {
        figure("Scanned", run.listed());
        figure("Written", run.stored());
        figure("Moved", run.moved());
        figure("Removed", run.removed());
        figure("Unchanged", run.unchanged() + run.confirmed());
        if (run.inaccessible() > 0) {
            figure("Inaccessible", run.inaccessible());
        }
        if (run.failed() > 0) {
            figure("Failed", run.failed());
        }
        if (run.vanished() > run.removed()) {
            figure("Gone, but kept", run.vanished() - run.removed());
        }
        finding("Unknown macros", run.unhandledMacros(), DestinationLayout.MACROS);
        finding("Broken links", run.brokenLinks(), DestinationLayout.BROKEN_LINKS);
        out.printf("  %-15s %s%n", "Bytes written:", Durations.bytes(run.bytes()));
        Instant end = run.endedAt();
        if (end != null) {
            out.printf("  %-15s %s%n", "Duration:", Durations.words(Duration.between(run.startedAt(), end)));
        }
    }

    private void finding(String name, @Nullable Integer count, String file) {
        if (count != null && count > 0) {
            out.printf("  %-15s %,d (%s)%n", name + ":", count, file);
        }
    }

    private void figure(String name, int value) {
        out.printf("  %-15s %,d%n", name + ":", value);
    }

    private static String headline(RunView run) {
        return switch (run.state()) {
            case SUCCEEDED -> "Done.";
            case INCOMPLETE ->
                "Done, but %,d resources failed; 'sluice sync' tries them again.".formatted(run.failed());
            default -> "The run is in state %s.".formatted(run.state());
        };
    }
}
