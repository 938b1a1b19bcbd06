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
 * Renames the page that all others of a space hang under, so that every path changes and no page does, and syncs. Prints
 * wall time with everything in it, and the requests that the simulator counted: no body may be among them.
 */
@Command(name = "rename-benchmark", mixinStandardHelpOptions = true)
public final class RenameBenchmark implements Callable<Integer> {

    @Option(names = "--sluice", required = true, description = "Path of the launcher.")
    Path sluice = Path.of("sluice");

    @Option(names = "--pages", defaultValue = "10000", description = "Pages below the renamed one.")
    int pages = 10_000;

    private final PrintStream out;

    private RenameBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new RenameBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SiteShape shape = SiteShape.small()
                .withPagesPerSpace(pages + 2)
                .withAttachmentsPerPage(0)
                .withNastyTitles(false);
        try (MeasuredSite measured =
                new MeasuredSite(out, sluice, SimulatorOptions.cloud().withShape(shape))) {
            SimulatedSite site = measured.site();
            String root = gatherUnderOne(site);
            Path folder = measured.folder("renamed");
            out.printf("a tree of %,d pages, its root renamed%n", pages);
            measured.export(folder);
            site.renamePage(root, site.page(root).title() + " (renamed)");
            measured.sync("sync", folder);
        }
        return 0;
    }

    /** Moves everything on the top level below its first page, which is given. */
    private static String gatherUnderOne(SimulatedSite site) {
        List<String> ids = site.pageIds(site.spaceKeys().getFirst());
        String home = ids.getFirst();
        String root = ids.get(1);
        ids.stream()
                .filter(id -> !id.equals(root) && home.equals(site.page(id).parentId()))
                .forEach(id -> site.movePage(id, root));
        return root;
    }
}
