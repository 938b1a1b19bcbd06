package dev.sluice.detector.manifest;

import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which numbers of the runs under way are in the manifest. */
final class RecordedNumbers {

    private final Connection connection;

    RecordedNumbers(Connection connection) {
        this.connection = connection;
    }

    /** Remembers which numbers are recorded, so that the end of the run can wait for them; none of runs that are over. */
    void add(Collection<Outcome> outcomes) throws SQLException {
        List<Recorded> rows =
                outcomes.stream().flatMap(RecordedNumbers::recorded).toList();
        String sql = "insert into detector.recorded (run_id, seq, export_id, run_number)"
                + " select * from unnest(?::text[], ?::int[], ?::text[], ?::int[])"
                + " as n (run_id, seq, export_id, run_number)"
                + " where not exists (select from detector.ended o"
                + " where o.export_id = n.export_id and o.run_number >= n.run_number) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            new Columns<>(connection, insert, 1, rows)
                    .add("text", row -> row.run().run().value())
                    .add("int4", Recorded::seq)
                    .add("text", row -> row.run().export().value())
                    .add("int4", row -> row.run().meant().number());
            insert.executeUpdate();
        }
    }

    private record Recorded(RunRef run, int seq) {}

    private static Stream<Recorded> recorded(Outcome outcome) {
        RunRef run = outcome.run();
        return switch (outcome) {
            case Outcome.Exported done ->
                Stream.of(new Recorded(run, done.target().seq()));
            case Outcome.Removed gone -> Stream.of(new Recorded(run, gone.seq()));
            case Outcome.Kept kept -> Stream.of(new Recorded(run, kept.seq()));
            case Outcome.Inaccessible hidden ->
                Stream.of(new Recorded(run, hidden.target().seq()));
            case Outcome.Unchanged ignored -> Stream.empty();
            case Outcome.Failed ignored -> Stream.empty();
            case Outcome.Requested ignored -> Stream.empty();
            case Outcome.FollowUps ignored -> Stream.empty();
            case Outcome.Unreadable ignored -> Stream.empty();
            case Outcome.Unrecorded ignored -> Stream.empty();
            case Outcome.SnapshotWritten ignored -> Stream.empty();
        };
    }

    int count(RunId run) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from detector.recorded where run_id = ?")) {
            query.setString(1, run.value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
