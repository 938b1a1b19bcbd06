package dev.sluice.benchmarks;

import dev.sluice.simulator.RequestStatistics;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    private record Figures(double exportSeconds, double syncSeconds, long peakKib) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        SiteShape shape = SiteShape.small()
                .withPagesPerSpace(pages)
                .withAttachmentsPerPage(1)
                .withNastyTitles(false);
        SimulatorOptions options = SimulatorOptions.cloud().withShape(shape).withLatency(latency);
        Path destinations = Files.createTempDirectory("sluice-benchmark");
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            out.printf("%,d pages, 1 attachment each, %d ms latency, %d rounds%n", pages, latency.toMillis(), rounds);
            double[] exports = new double[rounds];
            double[] syncs = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                Figures figures = round(confluence, options, destinations.resolve("round-" + round));
                exports[round] = figures.exportSeconds();
                syncs[round] = figures.syncSeconds();
            }
            out.printf("median: first export %.1f s = %.0f pages/s", median(exports), pages / median(exports));
            out.printf(", no-change sync %.1f s (both with start-up)%n", median(syncs));
        } finally {
            // not between rounds: a file system is slow to give out what has just been deleted
            delete(destinations);
        }
        return 0;
    }

    private Figures round(SimulatedConfluence confluence, SimulatorOptions options, Path destination)
            throws IOException, InterruptedException {
        RequestStatistics statistics = confluence.statistics();
        statistics.reset();
        SluiceProcess process = new SluiceProcess(sluice, options.user(), options.token());
        SluiceProcess.Ended export =
                process.run("spaces", "ENG", "--url", confluence.baseUrl().toString(), "-o", destination.toString());
        report("first export", export, statistics);
        statistics.reset();
        SluiceProcess.Ended sync = process.run("sync", "-o", destination.toString());
        report("no-change sync", sync, statistics);
        return new Figures(export.seconds(), sync.seconds(), export.peakKib());
    }

    private void report(String what, SluiceProcess.Ended ended, RequestStatistics statistics) {
        out.printf(
                "  %-15s %5.1f s wall, run itself %s, peak memory %,d MiB; requests: %,d site, %,d media; %,d bodies, %,d binaries%n",
                what,
                ended.seconds(),
                ended.duration(),
                ended.peakKib() / 1024,
                statistics.requests(RequestStatistics.Host.SITE),
                statistics.requests(RequestStatistics.Host.MEDIA),
                statistics.bodies(),
                statistics.binaries());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
