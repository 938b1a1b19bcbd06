package dev.sluice.planner.run;

import dev.sluice.confluence.Whereabouts;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.audit.AuditEntry;
import dev.sluice.planner.audit.AuditTrail;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.Export;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of runs, each change in a transaction of its own. */
@ApplicationScoped
class RunRecords {

    private final AuditTrail audit;
    private final Clock clock;

    RunRecords(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A new run, or {@link RunInProgressException} while another one of the export is not over. */
    @Transactional
    RunId create(RunRequest request) {
        ExportId exportId = request.export();
        Export export = Export.findById(exportId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (export == null) {
            throw new IllegalArgumentException("Unknown export: " + exportId);
        }
        Run.unfinishedOf(exportId).ifPresent(run -> {
            throw new RunInProgressException(new RunId(run.id), run.startedAt);
        });
        RunId id = new RunId(UUID.randomUUID().toString());
        if (request.policy().force()) {
            export.exportAnew(clock.instant());
        }
        if (request.manifest() != null) {
            export.writeSnapshotTo(request.manifest());
        }
        new Run(id, export, request, clock.instant()).persistAndFlush();
        record(
                exportId,
                AuditEntry.of(
                        request.startedBy(), "run-started", id, request.policy().words()));
        return id;
    }

    @Transactional
    Optional<RunView> find(RunId id) {
        return Run.<Run>findByIdOptional(id.value()).map(RunViews::view);
    }

    @Transactional
    Optional<RunView> lastOf(ExportId export) {
        return Run.<Run>find("export.id = ?1 order by startedAt desc", export.value())
                .firstResultOptional()
                .map(RunViews::view);
    }

    /** The run, and whose it is. */
    @Transactional
    Optional<RunInfo> info(RunId id) {
        return Run.<Run>findByIdOptional(id.value()).map(RunViews::info);
    }

    /** Runs that started before this moment, or then and with a lower id, from the newest on; {@code export}: null for all. */
    @Transactional
    List<RunInfo> before(@Nullable ExportId export, Instant time, String id, int limit) {
        String earlier = "(startedAt < ?1 or startedAt = ?1 and id < ?2)";
        String order = " order by startedAt desc, id desc";
        var found = export == null
                ? Run.<Run>find(earlier + order, time, id)
                : Run.<Run>find(earlier + " and export.id = ?3" + order, time, id, export.value());
        return found.page(0, limit).list().stream().map(RunViews::info).toList();
    }

    /**
     * Ends the run, unless it is still being planned: then it is noted, and whoever plans it ends it. Whether it is
     * cancelled now.
     */
    @Transactional
    boolean cancel(RunId id, String by) {
        Run run = locked(id);
        if (run.state.ended()) {
            return run.state == RunState.CANCELLED;
        }
        run.cancelledBy = by;
        if (run.state == RunState.PLANNING) {
            return false;
        }
        run.endCancelled(clock.instant());
        recordEnd(run, by);
        return true;
    }

    /** Ends a run that was to be cancelled while it was planned; whether it was. */
    @Transactional
    boolean endIfCancelled(RunId id) {
        Run run = locked(id);
        if (run.cancelledBy != null && !run.state.ended()) {
            run.endCancelled(clock.instant());
            recordEnd(run, run.cancelledBy);
        }
        return run.state == RunState.CANCELLED;
    }

    RunView require(RunId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("Unknown run: " + id));
    }

    @Transactional
    List<RunId> unfinished() {
        return Run.unfinished().stream().map(run -> new RunId(run.id)).toList();
    }

    /** What planning needs to know. */
    @Transactional
    PlanningOrder order(RunId id) {
        Run run = Run.findById(id.value());
        return new PlanningOrder(run.ref(), run.state, run.header(), run.quick);
    }

    /** The catalog is complete; false when the run is over already and nothing is to be published. */
    @Transactional
    boolean cataloged(RunId id, Plan plan) {
        Run run = locked(id);
        if (run.state.ended() || run.cancelledBy != null) {
            return false;
        }
        run.listed = plan.resources();
        run.pages = plan.pages();
        run.resources = plan.resources();
        run.message = plan.note();
        // what is missing from a listing of what is new is not gone
        run.prune = run.prune && !plan.quick();
        ArchivedPages.replace(run.export.id(), plan.archived());
        run.state = RunState.PUBLISHING;
        run.progressedAt = clock.instant();
        return true;
    }

    /** Remembers that nobody asks, for what the destination says of itself. */
    @Transactional
    void asksAsNobody(RunId id) {
        locked(id).anonymous = true;
    }

    /** Counts requests that listing has cost. */
    @Transactional
    void requested(RunId id, long requests) {
        locked(id).requests += requests;
    }

    /** Everything is published; gives the next step if everything is settled, too. */
    @Transactional
    Optional<Step> published(RunId id) {
        Run run = locked(id);
        if (run.state.ended()) {
            return Optional.empty();
        }
        run.state = RunState.RUNNING;
        run.progressedAt = clock.instant();
        return run.nextStep();
    }

    /** The numbers that are tried again, in their order. */
    @Transactional
    List<Integer> retried(RunId id, int first) {
        return RunItems.retried(id, first);
    }

    /** All of them are published again. */
    @Transactional
    void retriesPublished(RunId id) {
        locked(id).retriesPublished = true;
    }

    /** Files that the run has removed with their resources. */
    @Transactional
    List<RunItems.Departed> departed(RunId id, int most) {
        return RunItems.departed(id, most);
    }

    /** Notes where their pages are now: {@code found}, by id. */
    @Transactional
    void explain(RunId id, List<RunItems.Departed> removed, Map<String, Whereabouts> found) {
        Map<Optional<Whereabouts>, List<Integer>> seqs = removed.stream()
                .collect(Collectors.groupingBy(
                        item -> Optional.ofNullable(found.get(item.pageId())),
                        Collectors.mapping(RunItems.Departed::seq, Collectors.toList())));
        seqs.forEach((where, some) -> {
            String what = where.isPresent() ? "del" : "gone";
            String detail = where.map(place -> switch (place) {
                        case IN_USE -> "no longer part of the export";
                        case ARCHIVED -> "archived";
                        case IN_TRASH -> "in the trash";
                    })
                    .orElse("no permission any more, or deleted for good");
            RunItems.explain(id, some, what, detail);
        });
    }

    /** Whether the run has ended. */
    @Transactional
    boolean isOver(RunId id) {
        return require(id).state().ended();
    }

    /** The step that a restarted planner takes again. */
    @Transactional
    Optional<Step> pending(RunId id) {
        return locked(id).nextStep();
    }

    @Transactional
    void end(RunId id, RunState last) {
        Run run = locked(id);
        if (!run.state.ended()) {
            run.end(last, clock.instant());
            recordEnd(run, run.startedBy);
        }
    }

    /** Ends a run that could not be planned, unless it is over already. {@code failure} is null when what was asked for is not there. */
    @Transactional
    void fail(RunId id, @Nullable FailureCategory failure, String message) {
        Run run = locked(id);
        if (!run.state.ended()) {
            run.failure = failure;
            run.message = message;
            run.end(RunState.FAILED, clock.instant());
            recordEnd(run, run.startedBy);
        }
    }

    private void recordEnd(Run run, String actor) {
        record(run.export.id(), AuditEntry.of(actor, "run-ended", new RunId(run.id), run.state.name()));
        audit.forgetOld(run.export.id());
    }

    private void record(ExportId export, AuditEntry entry) {
        audit.append(export, List.of(entry));
    }

    private static Run locked(RunId id) {
        return Run.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
