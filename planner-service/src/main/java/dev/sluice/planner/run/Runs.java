package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs, for those who start and watch them. */
@ApplicationScoped
public class Runs {

    private final RunRecords records;
    private final RunLedger ledger;
    private final Planning planning;
    private final PlannerConfig config;
    private final ExecutorService planners = Executors.newVirtualThreadPerTaskExecutor();

    Runs(RunRecords records, RunLedger ledger, Planning planning, PlannerConfig config) {
        this.records = records;
        this.ledger = ledger;
        this.planning = planning;
        this.config = config;
    }

    /** Starts a run and returns at once; {@link RunInProgressException} while another one of the export is not over. */
    public RunId start(RunRequest request) {
        RunId id = records.create(request);
        planners.execute(() -> planning.carryOn(id));
        return id;
    }

    public Optional<RunView> find(RunId id) {
        return records.find(id);
    }

    /** The newest run of the export. */
    public Optional<RunView> lastOf(ExportId export) {
        return records.lastOf(export);
    }

    /** Settled descriptors but for the unchanged ones, in the order of their numbers, after {@code after}. */
    public List<LedgerItem> items(RunId id, int after, int limit) {
        return ledger.items(id, after, limit);
    }

    /** Numbers of descriptors without an outcome, lowest first. */
    public List<Integer> open(RunId id, int limit) {
        return ledger.open(id, limit);
    }

    /** Stops accounting for the run: its state says interrupted, and the next run goes on from what is recorded. */
    public void interrupt(RunId id) {
        records.end(id, RunState.INTERRUPTED);
    }

    /** Planning that is cut short here is left as it stands: the next planner takes it up, or ends it. */
    void onStop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping) {
        planning.stop();
        planners.shutdownNow();
    }

    void onStart(@Observes StartupEvent started) {
        for (RunId id : records.unfinished()) {
            switch (config.unfinishedRuns()) {
                case RESUME -> planners.execute(() -> planning.carryOn(id));
                case INTERRUPT -> interrupt(id);
            }
        }
    }
}
