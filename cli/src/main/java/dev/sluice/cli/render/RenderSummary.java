package dev.sluice.cli.render;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for people: failures first, then the figures. */
final class RenderSummary {

    private static final int LINES = 50;
    private static final int MACROS = 5;

    private final PrintStream out;

    RenderSummary(PrintStream out) {
        this.out = out;
    }

    void print(RenderReport report, Path output) {
        report.failed().stream()
                .limit(LINES)
                .forEach(failure -> out.printf("  fail: %s  %s%n", failure.file(), failure.message()));
        if (report.failed().size() > LINES) {
            out.printf("  … and %,d more%n", report.failed().size() - LINES);
        }
        out.printf(
                Locale.ROOT,
                "Converted %,d files in %.1f s: %s%n",
                report.converted(),
                report.milliseconds() / 1000.0,
                output);
        figure("Failed", report.failed().size(), "");
        figure("Broken links", report.brokenLinks().size(), "");
        figure(
                "Unknown macros",
                report.unhandledMacros().values().stream()
                        .mapToInt(RenderReport.MacroUse::count)
                        .sum(),
                mostUsed(report));
        if (!report.brokenLinks().isEmpty() || !report.unhandledMacros().isEmpty()) {
            out.println("  --json names each of them and its files.");
        }
    }

    private void figure(String name, int value, String detail) {
        if (value > 0) {
            out.printf("  %-15s %,d%s%n", name + ":", value, detail);
        }
    }

    private static String mostUsed(RenderReport report) {
        Comparator<Map.Entry<String, RenderReport.MacroUse>> byCount =
                Comparator.comparingInt(entry -> -entry.getValue().count());
        return report.unhandledMacros().entrySet().stream()
                .sorted(byCount)
                .limit(MACROS)
                .map(entry -> entry.getKey() + " " + entry.getValue().count())
                .collect(Collectors.joining(", ", " (", report.unhandledMacros().size() > MACROS ? ", …)" : ")"));
    }
}
