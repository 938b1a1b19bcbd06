package dev.sluice.benchmarks;

import dev.sluice.simulator.RequestStatistics;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Exports a simulated Cloud site undisturbed, and again while a share of the answers is HTTP 503, a reset connection or a
 * truncated body; then compares the two exports byte for byte. Fails when a resource failed or a byte differs.
 */
@Command(name = "fault-benchmark", mixinStandardHelpOptions = true)
public final class FaultBenchmark implements Callable<Integer> {

    @Option(names = "--sluice", required = true, description = "Path of the launcher.")
    Path sluice = Path.of("sluice");

    @Option(names = "--pages", defaultValue = "1000", description = "Pages, with one attachment each.")
    int pages = 1000;

    @Option(names = "--share", defaultValue = "0.01", description = "Of the answers, for each kind of fault.")
    double share = 0.01;

    private final PrintStream out;

    private FaultBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new FaultBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SiteShape shape = SiteShape.small().withPagesPerSpace(pages).withAttachmentsPerPage(1);
        try (MeasuredSite site =
                new MeasuredSite(out, sluice, SimulatorOptions.cloud().withShape(shape))) {
            out.printf("%,d pages, 1 attachment each; %.1f %% of 503, resets and cuts%n", pages, share * 100);
            Path undisturbed = site.folder("undisturbed");
            site.export(undisturbed);
            disturb(site.faults());
            Path disturbed = site.folder("disturbed");
            site.export(disturbed);
            RequestStatistics statistics = site.statistics();
            out.printf("  answered 503: %,d, reset: %,d%n", statistics.answered(503), statistics.answered(0));
            site.faults().clear();
            return compare(files(undisturbed), files(disturbed));
        }
    }

    private void disturb(SimulatorFaults faults) {
        faults.seed(7);
        faults.unavailable(share);
        faults.reset(share);
        faults.truncated(share);
    }

    private int compare(Map<Path, Path> expected, Map<Path, Path> found) throws IOException {
        int differences = expected.keySet().equals(found.keySet()) ? 0 : 1;
        for (Map.Entry<Path, Path> file : expected.entrySet()) {
            Path other = found.get(file.getKey());
            if (other != null && Files.mismatch(file.getValue(), other) >= 0) {
                differences++;
            }
        }
        out.printf("  %,d files compared; differences: %d%n", expected.size(), differences);
        return differences == 0 ? 0 : 1;
    }

    /** The files of an export but for Sluice's own, by their path. */
    private static Map<Path, Path> files(Path folder) throws IOException {
        Map<Path, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith(".sluice"))
                    .forEach(file -> files.put(folder.relativize(file), file));
        }
        return files;
    }
}
