package dev.sluice.planner.run;

import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Keeps which of the fetcher's batches are counted, so that one that is reported twice counts once. */
final class RequestRows {

    private static final String INSERT =
            "insert into planner.run_request (run_id, batch, requests) values (?, ?, ?) on conflict do nothing";

    private RequestRows() {}

    /** Counts what is reported for the first time; how many requests that are. */
    static long add(Connection connection, RunId run, List<Outcome> outcomes) throws SQLException {
        long added = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Requested asked) {
                    insert.setString(1, run.value());
                    insert.setString(2, asked.batch());
                    insert.setLong(3, asked.requests());
                    added += insert.executeUpdate() * asked.requests();
                }
            }
        }
        return added;
    }
}
