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
 * Syncs two sites of which nothing has changed, one larger than the other, and prints by how much more the larger one
 * needs in the heap for each page. It collects all the time, so that the syncs take much longer than otherwise.
 */
@Command(name = "memory-benchmark", mixinStandardHelpOptions = true)
public final class MemoryBenchmark implements Callable<Integer> {

    private static final int MOST_CLASSES = 12;

    @Option(names = "--sluice", required = true, description = "Path of the launcher.")
    Path sluice = Path.of("sluice");

    @Option(names = "--small", defaultValue = "20000", description = "Pages, with one attachment each.")
    int small = 20_000;

    @Option(names = "--large", defaultValue = "60000", description = "Pages, with one attachment each.")
    int large = 60_000;

    @Option(names = "--most", defaultValue = "200", description = "Bytes a page that are allowed.")
    int most = 200;

    private final PrintStream out;

    private MemoryBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new MemoryBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        long more = peak(large) - peak(small);
        long each = more / (large - small);
        out.printf("%,d bytes a page with its attachment (allowed: %,d)%n", each, most);
        return each <= most ? 0 : 1;
    }

    private long peak(int pages) throws IOException, InterruptedException {
        SiteShape shape = SiteShape.small()
                .withPagesPerSpace(pages)
                .withAttachmentsPerPage(1)
                .withNastyTitles(false);
        SimulatorOptions options = SimulatorOptions.cloud().withShape(shape).withLatency(Duration.ofMillis(2));
        try (MeasuredSite site = new MeasuredSite(out, sluice, options)) {
            out.printf("%,d pages, 1 attachment each%n", pages);
            Path folder = site.folder("export");
            site.export(folder);
            LiveHeap heap = new LiveHeap();
            site.sync("no-change sync", folder, heap);
            out.printf("  live at the most: %,d bytes%n", heap.peak());
            heap.classes().stream().limit(MOST_CLASSES).forEach(out::println);
            return heap.peak();
        }
    }
}
