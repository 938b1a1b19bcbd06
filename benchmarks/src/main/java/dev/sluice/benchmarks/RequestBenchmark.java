package dev.sluice.benchmarks;

import dev.sluice.simulator.SimulatedSite;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Exports every space of a site and syncs it, in full and quickly. Prints the requests that the simulator counted at
 * the site, and how many are allowed; ends with 1 when there were more.
 */
@Command(name = "request-benchmark", mixinStandardHelpOptions = true)
public final class RequestBenchmark implements Callable<Integer> {

    private static final int LISTED = 250;
    private static final int BODIES = 100;
    /** The product gives no more at once. */
    private static final int BODIES_OF_DATA_CENTER = 50;

    private static final int QUICK = 10;

    @Option(names = "--sluice", required = true, description = "Path of the launcher.")
    Path sluice = Path.of("sluice");

    @Option(names = "--spaces", defaultValue = "5", description = "Spaces of the site.")
    int spaces = 5;

    @Option(names = "--pages", defaultValue = "1000", description = "Pages of each space.")
    int pages = 1000;

    @Option(names = "--blog-posts", defaultValue = "50", description = "Blog posts of each space.")
    int posts = 50;

    @Option(names = "--data-center", description = "A Data Center in place of a Cloud site.")
    boolean dataCenter;

    private final PrintStream out;
    private boolean tooMany;

    private RequestBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new RequestBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SiteShape shape = SiteShape.small()
                .withSpaces(spaces)
                .withPagesPerSpace(pages)
                .withBlogPostsPerSpace(posts)
                .withAttachmentBytes(500);
        SimulatorOptions options = dataCenter ? SimulatorOptions.dataCenter() : SimulatorOptions.cloud();
        try (MeasuredSite measured = new MeasuredSite(out, sluice, options.withShape(shape))) {
            long all = (long) spaces * (pages + posts);
            long listings = Math.ceilDiv(all, LISTED) * 2 + 2L * spaces + 10;
            out.printf("%,d pages and blog posts in %d spaces, as many attachments, %s%n", all, spaces, options.mode());
            Path folder = measured.folder("requests");
            measured.run("first export", List.of("all-spaces", "--url", measured.url(), "-o", folder.toString()));
            check(measured, listings + Math.ceilDiv(all, dataCenter ? BODIES_OF_DATA_CENTER : BODIES) + all);
            measured.run("nothing changed", List.of("sync", "-o", folder.toString()));
            check(measured, listings);
            measured.run("quick, nothing", List.of("sync", "--quick", "-o", folder.toString()));
            check(measured, QUICK);
            edit(measured.site());
            measured.run("quick, one edit", List.of("sync", "--quick", "-o", folder.toString()));
            check(measured, QUICK + 1);
        }
        return tooMany ? 1 : 0;
    }

    private static void edit(SimulatedSite site) {
        site.appendToPage(site.pageIds(site.spaceKeys().getLast()).getLast(), "Not here before.");
    }

    private void check(MeasuredSite measured, long allowed) {
        boolean over = measured.requests() > allowed;
        tooMany |= over;
        out.printf("    %,d requests, %,d allowed%s%n", measured.requests(), allowed, over ? ": TOO MANY" : "");
    }
}
