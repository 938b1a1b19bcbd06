package dev.sluice.cli.report;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The end of a run on one screen: what changed, what failed, and the figures. */
public final class RunSummary implements Report {

    private static final int LINES = 50;

    private final PrintStream out;
    private final Function<RunId, Object> reports;

    /** {@code reports}: folder of the report files, to point to. */
    public RunSummary(PrintStream out, Path reports) {
        this(out, run -> reports.resolve(run + ".json"));
    }

    /** {@code reports}: where to look for all failures of a run. */
    public RunSummary(PrintStream out, Function<RunId, Object> reports) {
        this.out = out;
        this.reports = reports;
    }

    @Override
    public void print(RunView run, Items items) {
        if (run.state() == RunState.FAILED) {
            return;
        }
        printItems(run, items);
        printFigures(run);
    }

    @Override
    public void printPreview(RunView run, Items items) {
        printItems(run, items);
        out.println("Nothing was touched. A run would do this:");
        printCounts(run);
    }

    @Override
    public void printInterrupted(RunView run) {
        out.printf(
                "Interrupted after %s of %s resources; 'sluice sync' goes on from here.%n",
                Figures.number(run.settled()), Figures.number(run.resources()));
        printCounts(run);
    }

    private void printItems(RunView run, Items all) {
        int shown = 0;
        int after = -1;
        List<LedgerItem> items;
        do {
            items = all.after(after, 1000);
            for (LedgerItem item : items) {
                after = item.seq();
                if (isShown(item) && shown++ < LINES) {
                    out.println(line(item));
                }
            }
        } while (!items.isEmpty() && shown < LINES);
        int count = run.stored() + run.moved() + run.removed() + run.kept() + run.inaccessible() + run.failed();
        if (count > LINES) {
            out.printf("  … and %s more; --json lists all%n", Figures.number(count - LINES));
        }
    }

    private static boolean isShown(LedgerItem item) {
        return Shown.AS_CHANGE.contains(item.what()) || item.what().equals(Shown.FAILURE);
    }

    private static String line(LedgerItem item) {
        String failure = item.what().equals(Shown.FAILURE)
                ? "  %s, %s: %s".formatted(item.stage(), item.category(), item.detail())
                : item.what().equals("del") && item.detail() != null ? " (%s)".formatted(item.detail()) : "";
        return "  %-5s %s%s".formatted(item.what() + ":", item.path(), failure);
    }

    private void printFigures(RunView run) {
        out.printf("%s%n", headline(run));
        if (run.state() == RunState.SUCCEEDED && run.message() != null) {
            out.printf("  %s%n", run.message());
        }
        printCounts(run);
        if (run.failed() > 0) {
            out.printf("  All failures: %s%n", reports.apply(run.id()));
        }
    }

    private void printCounts(RunView run) {
        figure(
                "Scanned",
                "%s (%s pages, %s attachments)"
                        .formatted(
                                Figures.number(run.listed()),
                                Figures.number(run.pages()),
                                Figures.number(run.listed() - run.pages())));
        figure("Updated", run.stored());
        figure("Moved", run.moved());
        figure("Deleted", run.removed());
        figure("Unchanged", run.unchanged() + run.confirmed());
        figureIfAny("Kept as edited", run.kept());
        figureIfAny("Inaccessible", run.inaccessible());
        figureIfAny("Skipped", run.skipped());
        figureIfAny("Tried again", run.retried());
        figureIfAny("Failed", run.failed());
        figureIfAny("Gone, but kept", run.vanished() - run.removed());
        finding("Unknown macros", run.unhandledMacros(), DestinationLayout.MACROS);
        finding("Broken links", run.brokenLinks(), DestinationLayout.BROKEN_LINKS);
        Instant end = run.endedAt();
        String saved = end == null ? "" : " (%s saved)".formatted(Figures.number(run.requestsSaved()));
        figure("Requests", Figures.number(run.requests()) + saved);
        figure("Bytes written", Figures.bytes(run.bytes()));
        if (end != null) {
            figure("Duration", Figures.duration(Duration.between(run.startedAt(), end)));
        }
    }

    private void figureIfAny(String name, int value) {
        if (value > 0) {
            figure(name, value);
        }
    }

    private void finding(String name, @Nullable Integer count, String file) {
        if (count != null && count > 0) {
            figure(name, "%s (%s)".formatted(Figures.number(count), file));
        }
    }

    private void figure(String name, int value) {
        figure(name, Figures.number(value));
    }

    private void figure(String name, String value) {
        out.printf("  %-15s %s%n", name + ":", value);
    }

    private static String headline(RunView run) {
        return switch (run.state()) {
            case SUCCEEDED -> "Done.";
            case INCOMPLETE ->
                run.failed() == 0
                        ? String.valueOf(run.message())
                        : run.failed() == 1
                                ? "Done, but 1 resource failed; 'sluice sync' tries it again."
                                : "Done, but %s resources failed; 'sluice sync' tries them again."
                                        .formatted(Figures.number(run.failed()));
            case CANCELLED -> String.valueOf(run.message());
            default -> "The run is in state %s.".formatted(run.state());
        };
    }
}
