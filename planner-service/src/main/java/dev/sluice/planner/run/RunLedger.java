package dev.sluice.planner.run;

import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.audit.AuditTrail;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Keeps which descriptors of each run are settled, as a compressed bitmap, and how the noteworthy ones ended. */
@ApplicationScoped
class RunLedger {

    private final AgroalDataSource database;
    private final AuditTrail audit;
    private final Clock clock;

    RunLedger(@DataSource("planner") AgroalDataSource database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Books the outcomes of one run, in one transaction; what was booked before counts no more. Gives the step that
     * brings the run on, if it is time. Outcomes of runs that are over or unknown are ignored.
     */
    @Transactional
    Optional<Step> book(RunId id, List<Outcome> outcomes) {
        Run run = Run.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.state.ended()) {
            return Optional.empty();
        }
        int settledBefore = run.settled;
        try (Connection connection = database.getConnection()) {
            Tally tally = new Tally(load(connection, id), run.counts, run::retries);
            outcomes.forEach(tally::settle);
            save(connection, id, tally);
            audit.append(run.export.id(), new Deeds(run.startedBy).of(tally.files()));
            if (tally.items().stream().anyMatch(item -> item.what().equals("del"))) {
                ArchivedPages.explain(connection, id, run.export.id());
            }
            run.settled = tally.settled().getCardinality();
            run.requests += RequestRows.add(connection, id, outcomes);
        } catch (SQLException e) {
            throw new LedgerException(id, e);
        }
        run.progressedAt = clock.instant();
        boolean redelivered = run.settled == settledBefore && !outcomes.stream().allMatch(RunLedger::settlesNothing);
        return next(run, outcomes, redelivered);
    }

    private static boolean settlesNothing(Outcome outcome) {
        return outcome instanceof Outcome.Requested;
    }

    /** A redelivered batch gives its step again: it may not have been taken. */
    private static Optional<Step> next(Run run, List<Outcome> outcomes, boolean redelivered) {
        RunState before = run.state;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.FollowUps found && run.awaits(found)) {
                run.followUp(found);
            }
            if (outcome instanceof Outcome.Exported page && !page.shows().isEmpty()) {
                run.comparisons.imagesShown();
            }
            if (outcome instanceof Outcome.Unreadable) {
                return Optional.of(run.breakOff(OutcomeListener.NOT_UNDERSTOOD));
            }
            if (outcome instanceof Outcome.Unrecorded lost && run.awaitsDetector()) {
                return Optional.of(run.breakOff(reason(lost)));
            }
            if (outcome instanceof Outcome.SnapshotWritten written && run.state == RunState.SEALING) {
                run.unhandledMacros = written.unhandledMacroCount();
                run.brokenLinks = written.brokenLinkCount();
                return Optional.of(new Step.Finish(run.ref(), RunState.SUCCEEDED));
            }
        }
        Optional<Step> step = run.nextStep();
        boolean due = redelivered || run.state != before || step.orElse(null) instanceof Step.Finish;
        return due ? step : Optional.empty();
    }

    private static String reason(Outcome.Unrecorded lost) {
        return lost.obstacle() == null
                ? "%d outcomes did not come to the manifest; the next run looks at these resources again."
                        .formatted(lost.expected() - lost.recorded())
                : "The run could not be brought to its end; the next one goes on from here. " + lost.obstacle();
    }

    /** Ends a run that cannot be accounted for to its end; {@code reason} is a sentence for people. */
    @Transactional
    Optional<Step> breakOff(RunId id, String reason) {
        Run run = Run.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        return run == null || run.state.ended() ? Optional.empty() : Optional.of(run.breakOff(reason));
    }

    /** The numbers that have no outcome yet, lowest first. */
    @Transactional
    List<Integer> open(RunId id, int limit) {
        Run run = Run.findById(id.value());
        if (run == null) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            RoaringBitmap open = RoaringBitmap.bitmapOfRange(0, run.resources);
            open.andNot(load(connection, id));
            return open.limit(limit).stream().boxed().toList();
        } catch (SQLException e) {
            throw new LedgerException(id, e);
        }
    }

    /** Noteworthy items in the order of their numbers, from {@code after} on (exclusive). */
    @Transactional
    List<LedgerItem> items(RunId id, int after, int limit) {
        return items(id, ItemFilter.ALL, after, limit);
    }

    /** Those of them that are looked for. */
    @Transactional
    List<LedgerItem> items(RunId id, ItemFilter filter, int after, int limit) {
        try (Connection connection = database.getConnection()) {
            return ItemRows.select(connection, id, filter, after, limit);
        } catch (SQLException e) {
            throw new LedgerException(id, e);
        }
    }

    /** Failed descriptors in the order of their numbers. */
    @Transactional
    List<LedgerItem> failures(RunId id, int limit) {
        return items(id, ItemFilter.FAILURES, -1, limit);
    }

    private static RoaringBitmap load(Connection connection, RunId id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select settled from planner.run_ledger where run_id = ?")) {
            query.setString(1, id.value());
            try (ResultSet rows = query.executeQuery()) {
                RoaringBitmap settled = new RoaringBitmap();
                if (rows.next()) {
                    settled.deserialize(ByteBuffer.wrap(rows.getBytes(1)));
                }
                return settled;
            } catch (java.io.IOException e) {
                throw new SQLException("damaged ledger", e);
            }
        }
    }

    private static void save(Connection connection, RunId id, Tally tally) throws SQLException {
        RoaringBitmap settled = tally.settled();
        settled.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(settled.serializedSizeInBytes());
        settled.serialize(bytes);
        String upsert = "insert into planner.run_ledger (run_id, settled) values (?, ?)"
                + " on conflict (run_id) do update set settled = excluded.settled";
        try (PreparedStatement ledger = connection.prepareStatement(upsert)) {
            ledger.setString(1, id.value());
            ledger.setBytes(2, bytes.array());
            ledger.executeUpdate();
        }
        ItemRows.insert(connection, id, tally.items());
    }
}
