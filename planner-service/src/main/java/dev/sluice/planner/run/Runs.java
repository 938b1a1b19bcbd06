package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs, for those who start and watch them. */
@ApplicationScoped
public class Runs {

    private final RunRecords records;
    private final RunLedger ledger;
    private final Planning planning;
    private final PlannerConfig config;
    private final Steps steps;
    private final Map<RunId, Future<?>> planned = new ConcurrentHashMap<>();
    private final ExecutorService planners = Executors.newVirtualThreadPerTaskExecutor();

    Runs(RunRecords records, RunLedger ledger, Planning planning, PlannerConfig config, Steps steps) {
        this.records = records;
        this.ledger = ledger;
        this.planning = planning;
        this.config = config;
        this.steps = steps;
    }

    /** Starts a run and returns at once; {@link RunInProgressException} while another one of the export is not over. */
    public RunId start(RunRequest request) {
        RunId id = register(request);
        begin(id);
        return id;
    }

    /** A run that nobody works for yet; part of the transaction around it, if there is one. Then {@link #begin} it. */
    public RunId register(RunRequest request) {
        return records.create(request);
    }

    /** Works for the run, from wherever it is. */
    public void begin(RunId id) {
        Future<?> task = planners.submit(() -> planning.carryOn(id));
        planned.put(id, task);
        planned.values().removeIf(Future::isDone);
    }

    /**
     * Ends the run before its end, in the name of {@code by}: nothing more of it is fetched, written or removed but what is
     * in somebody's hands right now. A run that is still being planned is over as soon as its listing has broken off. Gives
     * the run as it is then; one that was over stays as it was.
     */
    public Optional<RunInfo> cancel(RunId id, String by) {
        if (records.find(id).isEmpty()) {
            return Optional.empty();
        }
        if (records.cancel(id, by)) {
            steps.cancelled(records.order(id).run());
        } else {
            Optional.ofNullable(planned.get(id)).ifPresent(task -> task.cancel(true));
        }
        return records.info(id);
    }

    /** The run, and whose it is. */
    public Optional<RunInfo> info(RunId id) {
        return records.info(id);
    }

    /** Runs that started before this moment, or then and with a lower id, from the newest on; {@code export}: null for all. */
    public List<RunInfo> before(@Nullable ExportId export, Instant time, String id, int limit) {
        return records.before(export, time, id, limit);
    }

    /** Those of {@link #items(RunId, int, int)} that are looked for. */
    public List<LedgerItem> items(RunId id, ItemFilter filter, int after, int limit) {
        return ledger.items(id, filter, after, limit);
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
                case RESUME -> begin(id);
                case INTERRUPT -> interrupt(id);
            }
        }
    }
}
