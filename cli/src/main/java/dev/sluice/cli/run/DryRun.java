package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.report.Report;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceClients;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.crawl.PlanException;
import dev.sluice.planner.crawl.PlanForm;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.planner.crawl.WantedDetails;
import dev.sluice.planner.path.PathTemplates;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Says what a run would do and touches nothing: lists Confluence into a temporary folder and compares with a copy of the
 * export's database. Needs no broker and no services, and no database where there is none yet.
 */
public final class DryRun {

    private final Report report;

    public DryRun(Report report) {
        this.report = report;
    }

    /** Lists, compares, and prints. */
    public ExitCode run(RunOrder order) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path temporary = temporaryFolder();
        try (ObjectStore catalogs = LocalObjectStore.open(temporary.resolve("catalogs"))) {
            return run(order, temporary, catalogs);
        } catch (PlanException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (ConfluenceException e) {
            throw new CommandFailure(exitCode(e), String.valueOf(e.getMessage()));
        } finally {
            remove(temporary);
        }
    }

    private ExitCode run(RunOrder order, Path temporary, ObjectStore catalogs) {
        Instant start = Instant.now();
        RunId id = new RunId(UUID.randomUUID().toString());
        try (Confluence confluence =
                ConfluenceClients.open(order.site(), order.connection().client())) {
            Foresights foresights = new Foresights(order, catalogs, temporary);
            PlanForm form = new PlanForm(templates(order), WantedDetails.of(foresights.markdown()));
            Plan plan = new Plans(catalogs).write(id, confluence, scopes(order), form);
            Foreseen foreseen = foresights.of(id, plan);
            var view = foreseen.view(confluence.requests().all(), start);
            report.printPreview(view, foreseen.items());
            return RunWatch.exitCode(view);
        }
    }

    /** Those that the export has, and those that are to be added. */
    private static List<ScopeRef> scopes(RunOrder order) {
        Set<ScopeRef> scopes = new LinkedHashSet<>(
                order.destination().identity().map(ExportHeader::scopes).orElse(List.of()));
        scopes.addAll(order.newScopes());
        return List.copyOf(scopes);
    }

    private static PathTemplates templates(RunOrder order) {
        Map<String, String> paths = new TreeMap<>();
        order.destination().identity().map(ExportHeader::paths).ifPresent(paths::putAll);
        paths.putAll(order.paths());
        return PathTemplates.of(paths);
    }

    private static ExitCode exitCode(ConfluenceException e) {
        return switch (e.category()) {
            case NOT_AUTHORISED, FORBIDDEN -> ExitCode.NOT_AUTHORISED;
            case NOT_FOUND, THROTTLED, UNAVAILABLE, MALFORMED -> ExitCode.USAGE;
        };
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("sluice-dry-run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
