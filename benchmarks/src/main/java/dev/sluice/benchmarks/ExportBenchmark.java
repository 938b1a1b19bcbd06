package dev.sluice.benchmarks;

import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Exports a simulated Cloud site by the command line, as a process of its own, and syncs it when nothing has changed.
 * Prints wall time with everything in it, and the requests that the simulator counted.
 */
@Command(name = "export-benchmark", mixinStandardHelpOptions = true)
public final class ExportBenchmark implements Callable<Integer> {

    @Option(names = "--sluice", required = true, description = "Path of the launcher.")
    Path sluice = Path.of("sluice");

    @Option(names = "--pages", defaultValue = "2000", description = "Pages, with one attachment each.")
    int pages = 2000;

    @Option(names = "--latency", defaultValue = "PT0.02S", description = "Of every request.")
    Duration latency = Duration.ofMillis(20);

    @Option(names = "--rounds", defaultValue = "3", description = "The median of so many is the figure.")
    int rounds = 3;

    private final PrintStream out;

    private ExportBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new ExportBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SiteShape shape = SiteShape.small()
                .withPagesPerSpace(pages)
                .withAttachmentsPerPage(1)
                .withNastyTitles(false);
        SimulatorOptions options = SimulatorOptions.cloud().withShape(shape).withLatency(latency);
        try (MeasuredSite site = new MeasuredSite(out, sluice, options)) {
            out.printf("%,d pages, 1 attachment each, %d ms latency, %d rounds%n", pages, latency.toMillis(), rounds);
            double[] exports = new double[rounds];
            double[] syncs = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                Path folder = site.folder("round-" + round);
                exports[round] = site.export(folder).seconds();
                syncs[round] = site.sync("no-change sync", folder).seconds();
            }
            out.printf("median: first export %.1f s = %.0f pages/s", median(exports), pages / median(exports));
            out.printf(", no-change sync %.1f s (both with start-up)%n", median(syncs));
        }
        return 0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
