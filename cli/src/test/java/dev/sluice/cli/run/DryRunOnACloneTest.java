package dev.sluice.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.report.Items;
import dev.sluice.cli.report.Report;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Product;
import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotOutput;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.planner.run.RunView;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder without a database, whose snapshot says what is there. */
class DryRunOnACloneTest {

    @TempDir
    Path folder;

    @Test
    void whatTheSnapshotSaysIsNotForeseenAsNewAndNothingIsTouched() throws IOException {
        SimulatorOptions options =
                SimulatorOptions.cloud().withShape(SiteShape.small().withPagesPerSpace(3));
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            Site site = new Site(
                    Product.CLOUD, confluence.baseUrl(), new Credentials.Basic(options.user(), options.token()));
            String space = confluence.site().spaceKeys().getFirst();
            String page = confluence.site().pageIds(space).getFirst();
            List<ScopeRef> scopes = List.of(new ScopeRef("pages", List.of(page)));
            Told told = new Told();
            new DryRun(told).run(order(site, scopes));
            String path = told.pages.getFirst().replaceAll("^new |[|].*$", "");
            write(path);
            snapshot(site, scopes, page, confluence.site().page(page).version(), path);
            long files = count();

            Told again = new Told();
            ExitCode ended = new DryRun(again).run(order(site, scopes));

            assertThat(ended).isEqualTo(ExitCode.DONE);
            assertThat(told.pages.getFirst()).startsWith("new ");
            assertThat(again.pages).isEmpty();
            assertThat(count()).isEqualTo(files);
        }
    }

    private RunOrder order(Site site, List<ScopeRef> scopes) {
        Connection connection = new Connection(site, ClientSettings.defaults());
        return new RunOrder(new Destination(folder), connection, scopes, Map.of(), Map.of(), RunPolicy.PLAIN, null);
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "as another tool wrote it");
    }

    private void snapshot(Site site, List<ScopeRef> scopes, String page, int version, String path) throws IOException {
        Path file = folder.resolve(".sluice/manifest.json");
        Files.createDirectories(file.getParent());
        ExportHeader export = new ExportHeader(site.baseUrl().toString(), scopes);
        try (SnapshotOutput out =
                new SnapshotOutput(Files.newOutputStream(file), SnapshotHead.of(export, Instant.EPOCH))) {
            out.add("page:" + page, SnapshotEntry.foreign(version, path, Instant.EPOCH, SnapshotEntry.ACTIVE));
        }
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count();
        }
    }

    /** What is foreseen of pages. */
    private static final class Told implements Report {
        private final List<String> pages = new ArrayList<>();

        @Override
        public void print(RunView run, Items items) {
            throw new AssertionError("nothing was run");
        }

        @Override
        public void printPreview(RunView run, Items items) {
            items.after(-1, 100).stream()
                    .filter(item -> item.resource().startsWith("page:"))
                    .forEach(item -> pages.add(item.what() + " " + item.path() + "|" + item.detail()));
        }

        @Override
        public void printInterrupted(RunView run) {
            throw new AssertionError("nothing was run");
        }
    }
}
