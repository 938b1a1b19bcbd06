package dev.sluice.detector.closing;

import dev.sluice.detector.manifest.ManifestException;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps that runs wait for, one a run, as rows: what is written here survives its message. */
@ApplicationScoped
class WaitingSteps {

    /**
     * A step that is due when enough is recorded.
     *
     * @param recorded how much was, when last looked
     * @param since when that last changed
     */
    record Waiting(RunEvent event, int recorded, Instant since) {}

    private final AgroalDataSource database;
    private final Clock clock;

    WaitingSteps(@DataSource("detector") AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps the step, unless the run is over; one that the run has already is replaced. */
    @Transactional
    void keep(RunEvent event) {
        String sql = "insert into detector.step (run_id, event, recorded, since, export_id, run_number)"
                + " select * from (values (?, ?::bytea, 0, ?::timestamptz, ?, ?::int)) as s (run_id, event, recorded, since, export_id, run_number)"
                + " where not exists (select from detector.ended o"
                + " where o.export_id = s.export_id and o.run_number >= s.run_number)"
                + " on conflict (run_id) do update set (event, recorded, since)"
                + " = (excluded.event, excluded.recorded, excluded.since)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, event.run().run().value());
            insert.setBytes(2, Wire.encode(event));
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.setString(4, event.run().export().value());
            insert.setInt(5, event.run().meant().number());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ManifestException("a step cannot be kept", e);
        }
    }

    @Transactional
    List<Waiting> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select event, recorded, since from detector.step order by since");
                ResultSet rows = query.executeQuery()) {
            List<Waiting> waiting = new ArrayList<>();
            while (rows.next()) {
                waiting.add(new Waiting(
                        Wire.decode(rows.getBytes(1), RunEvent.class),
                        rows.getInt(2),
                        rows.getTimestamp(3).toInstant()));
            }
            return waiting;
        } catch (SQLException e) {
            throw new ManifestException("steps cannot be read", e);
        }
    }

    /** Notes that outcomes are still coming in. */
    @Transactional
    void progressed(RunId run, int recorded) {
        String sql = "update detector.step set recorded = ?, since = ? where run_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, recorded);
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setString(3, run.value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new ManifestException("a step cannot be updated", e);
        }
    }

    /** Forgets a step that is done, unless another one has taken its place. */
    @Transactional
    void done(RunEvent event) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from detector.step where run_id = ? and event = ?")) {
            delete.setString(1, event.run().run().value());
            delete.setBytes(2, Wire.encode(event));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new ManifestException("a step cannot be forgotten", e);
        }
    }
}
