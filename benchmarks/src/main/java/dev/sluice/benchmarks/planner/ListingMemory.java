package dev.sluice.benchmarks.planner;

import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceClients;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Product;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.store.LocalObjectStore;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lists two simulated Cloud sites and writes their catalogs, and prints by how much more the larger one takes in the heap
 * for each page.
 */
@Command(name = "listing-memory", mixinStandardHelpOptions = true)
public final class ListingMemory implements Callable<Integer> {

    private static final int FOR_CLASSES = 3_000;
    private static final double MIB = 1 << 20;

    @Option(names = "--simulator", required = true, description = "Path of the simulator's jar.")
    Path simulator = Path.of("confluence-simulator-runner.jar");

    @Option(names = "--small", defaultValue = "20000", description = "Pages, with one attachment each.")
    int small = 20_000;

    @Option(names = "--large", defaultValue = "100000", description = "Pages, with one attachment each.")
    int large = 100_000;

    @Option(names = "--most", defaultValue = "200", description = "Bytes a page that are allowed.")
    int most = 200;

    private final PrintStream out;

    private ListingMemory(PrintStream out) {
        this.out = out;
    }

    /** Measures as the arguments say. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new ListingMemory(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        taken(FOR_CLASSES);
        long more = -taken(small) + taken(large);
        long each = more / (large - small);
        out.printf("planner: %,d bytes a page with its attachment (allowed: %,d)%n", each, most);
        return each <= most ? 0 : 1;
    }

    private long taken(int pages) throws IOException {
        Path folder = Files.createTempDirectory("sluice-benchmark");
        try (SimulatorProcess simulated = SimulatorProcess.start(simulator, pages);
                Confluence confluence = ConfluenceClients.open(site(simulated.url()), ClientSettings.defaults())) {
            long before = HighWater.live();
            long peak;
            int resources;
            try (HighWater water = HighWater.rising()) {
                resources = new Plans(LocalObjectStore.open(folder))
                        .write(
                                new RunId(UUID.randomUUID().toString()),
                                confluence,
                                List.of(new ScopeRef("all-spaces", List.of())))
                        .resources();
                peak = water.most();
            }
            out.printf("  %,d resources: %.1f MiB at the most%n", resources, (peak - before) / MIB);
            return peak - before;
        } finally {
            remove(folder);
        }
    }

    private static Site site(URI url) {
        return new Site(Product.CLOUD, url, new Credentials.Basic(SimulatorProcess.USER, SimulatorProcess.TOKEN));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
