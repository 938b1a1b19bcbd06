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
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

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
        try (TemporaryFolder temporary = TemporaryFolder.named("sluice-dry-run");
                ObjectStore catalogs = LocalObjectStore.open(temporary.path().resolve("catalogs"))) {
            return run(order, temporary.path(), catalogs);
        } catch (PlanException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (ConfluenceException e) {
            throw CommandFailure.of(e);
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
}
