package dev.sluice.detector.closing;

import dev.sluice.detector.manifest.Manifest;
import dev.sluice.detector.manifest.ManifestException;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.Stores;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares manifest and catalog once every descriptor of a run is settled, and keeps the result, so that asking again
 * gives the same follow-ups under the same numbers; asked with a higher first number, it compares once more.
 */
@ApplicationScoped
class Closings {

    /** For a manifest of millions of entries: it is read as a whole. */
    private static final int LONGEST_SECONDS = 3600;

    private final Manifest manifest;
    private final AgroalDataSource database;
    private final Stores stores;

    Closings(Manifest manifest, @DataSource("detector") AgroalDataSource database, Stores stores) {
        this.manifest = manifest;
        this.database = database;
        this.stores = stores;
    }

    /** The run's follow-ups; {@link NotRecordedYetException} until its outcomes are in the manifest. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    FollowUpPlan plan(RunEvent.Closing event) {
        RunId run = event.run().run();
        int recorded = manifest.recorded(run);
        if (recorded < event.recorded()) {
            throw new NotRecordedYetException(run, recorded, event.recorded());
        }
        try (Connection connection = database.getConnection()) {
            lock(connection, run);
            Optional<FollowUpPlan> known = find(connection, event);
            if (known.isPresent()) {
                return known.get();
            }
            FollowUpPlan plan =
                    new Comparison(connection, stores.open(event.run().destination()), event).followUps();
            save(connection, event, plan);
            return plan;
        } catch (SQLException e) {
            throw new ManifestException("manifest and catalog cannot be compared", e);
        }
    }

    /** Forgets what is kept for the time of this run, and of those before it, only: they are over. */
    @Transactional
    void forget(RunRef run) {
        forget(run.export(), run.meant().number());
    }

    /** Forgets what runs of the export before this one have left: they are over, whether or not they said so. */
    @Transactional
    void forgetBefore(RunRef run) {
        forget(run.export(), run.meant().number() - 1);
    }

    /** What comes of these runs from now on leaves nothing behind. */
    private void forget(ExportId export, int last) {
        String ended = "insert into detector.ended (export_id, run_number) values (?, ?) on conflict (export_id)"
                + " do update set run_number = greatest(ended.run_number, excluded.run_number)";
        try (Connection connection = database.getConnection()) {
            update(connection, ended, export, last);
            for (String table : List.of("step", "closing", "recorded", "refused")) {
                String delete = "delete from detector." + table + " where export_id = ? and run_number <= ?";
                update(connection, delete, export, last);
            }
        } catch (SQLException e) {
            throw new ManifestException("a run cannot be forgotten", e);
        }
    }

    private static void update(Connection connection, String sql, ExportId export, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, export.value());
            statement.setInt(2, number);
            statement.executeUpdate();
        }
    }

    /** Until the end of the transaction, no other process compares for this run. */
    private static void lock(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, run.value());
            lock.execute();
        }
    }

    private static Optional<FollowUpPlan> find(Connection connection, RunEvent.Closing event) throws SQLException {
        String sql = "select c.count, c.vanished, c.withheld, f.change from detector.closing c left join"
                + " detector.follow_up f on f.run_id = c.run_id and f.first = c.first where c.run_id = ? and c.first = ?"
                + " order by f.seq";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, event.run().run().value());
            query.setInt(2, event.resources());
            try (ResultSet rows = query.executeQuery()) {
                List<Change> changes = new ArrayList<>();
                Optional<Outcome.FollowUps> summary = Optional.empty();
                while (rows.next()) {
                    summary = Optional.of(new Outcome.FollowUps(
                            event.run(), event.resources(), rows.getInt(1), rows.getInt(2), rows.getInt(3)));
                    byte[] change = rows.getBytes(4);
                    if (change != null) {
                        changes.add(Wire.decode(change, Change.class));
                    }
                }
                return summary.map(found -> new FollowUpPlan(changes, found));
            }
        }
    }

    private static void save(Connection connection, RunEvent.Closing event, FollowUpPlan plan) throws SQLException {
        String run = event.run().run().value();
        String closing = "insert into detector.closing (run_id, first, count, vanished, withheld, export_id,"
                + " run_number) values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(closing)) {
            insert.setString(1, run);
            insert.setInt(2, event.resources());
            insert.setInt(3, plan.summary().count());
            insert.setInt(4, plan.summary().vanished());
            insert.setInt(5, plan.summary().withheld());
            insert.setString(6, event.run().export().value());
            insert.setInt(7, event.run().meant().number());
            insert.executeUpdate();
        }
        String followUp = "insert into detector.follow_up (run_id, first, seq, change) values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(followUp)) {
            for (Change change : plan.changes()) {
                insert.setString(1, run);
                insert.setInt(2, event.resources());
                insert.setInt(3, seq(change));
                insert.setBytes(4, Wire.encode(change));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int seq(Change change) {
        return switch (change) {
            case Change.Fetch fetch -> fetch.target().seq();
            case Change.Reuse reuse -> reuse.target().seq();
            case Change.Remove remove -> remove.seq();
        };
    }
}
