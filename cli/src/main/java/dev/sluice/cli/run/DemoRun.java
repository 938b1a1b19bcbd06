package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.FileTree;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.report.RunSummary;
import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Product;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatedSite;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Exports a simulated site, changes it, and syncs: on the same broker, database and services as any other run. */
public final class DemoRun {

    private static final String MARKER = "demo";

    private final PrintStream out;
    private final PrintStream err;

    public DemoRun(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Both runs; the worse of their exit codes. */
    public ExitCode run(Destination destination, int pages) {
        removeFormerDemo(destination);
        mark(destination);
        SimulatorOptions options = SimulatorOptions.cloud()
                .withShape(SiteShape.small().withPagesPerSpace(pages).withNastyTitles(false));
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options);
                Interruption interruption = Interruption.listen()) {
            Site site = new Site(
                    Product.CLOUD, confluence.baseUrl(), new Credentials.Basic(options.user(), options.token()));
            try (LocalSession session = LocalSession.open(destination, connection(site))) {
                return exportAndSync(new Demo(confluence.site(), destination, site), session, interruption);
            }
        }
    }

    private record Demo(SimulatedSite simulated, Destination destination, Site site) {
        RunOrder order() {
            ScopeRef everything = new ScopeRef("all-spaces", List.of());
            return new RunOrder(
                    destination, connection(site), List.of(everything), Map.of(), Map.of(), RunPolicy.PRUNING, null);
        }
    }

    private static Connection connection(Site site) {
        return new Connection(site, ClientSettings.defaults());
    }

    private ExitCode exportAndSync(Demo demo, LocalSession session, Interruption interruption) {
        LocalRun runs =
                new LocalRun(new RunSummary(out, demo.destination().home().resolve("runs")), err);
        out.printf(
                "A simulated Confluence runs at %s. Exporting all of it to %s.%n%n",
                demo.site().baseUrl(), demo.destination().folder());
        ExitCode exported = runs.watch(session, interruption, demo.order());
        if (exported != ExitCode.DONE) {
            return exported;
        }
        out.printf("%nNow a few things change there: %s. Syncing.%n%n", change(demo.simulated()));
        ExitCode synced = runs.watch(session, interruption, demo.order());
        out.printf(
                "%nRead it: %s%nSee 'sluice --help' for your own Confluence.%n",
                demo.destination().folder());
        return synced;
    }

    private static String change(SimulatedSite site) {
        List<String> pages = site.pageIds(site.spaceKeys().getFirst());
        site.appendToPage(pages.get(1), "A sentence that was not here before.");
        site.renamePage(pages.get(2), site.page(pages.get(2)).title() + " (renamed)");
        site.movePage(pages.getLast(), pages.get(1));
        site.newAttachmentVersion(
                site.attachments(pages.get(1)).getFirst().id(), "new bytes".getBytes(StandardCharsets.UTF_8));
        site.trashPage(pages.get(pages.size() - 2));
        return "one page is edited, one renamed, one moved, one deleted, and an attachment gets a new version";
    }

    private static void removeFormerDemo(Destination destination) {
        Path folder = destination.folder();
        try {
            if (!Files.exists(folder)) {
                return;
            }
            requireDemo(destination);
            new FileTree(folder).remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireDemo(Destination destination) throws IOException {
        Path folder = destination.folder();
        boolean empty;
        try (Stream<Path> files = Files.list(folder)) {
            empty = files.findAny().isEmpty();
        }
        if (!empty && !Files.exists(destination.home().resolve(MARKER))) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s holds something that is not a demo. Choose another --output-path.".formatted(folder));
        }
    }

    private static void mark(Destination destination) {
        destination.prepare();
        try {
            Files.writeString(destination.home().resolve(MARKER), "Made by 'sluice demo'.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
