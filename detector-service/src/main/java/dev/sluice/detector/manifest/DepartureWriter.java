package dev.sluice.detector.manifest;

import dev.sluice.pipeline.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes into the manifest which resources are gone, out of sight, or kept as they are. */
final class DepartureWriter {

    private static final String SAME_AND_NOT_NEWER =
            " where e.export_id = g.export_id and e.resource = g.resource and e.run_number <= g.run_number";

    private static final String GONE =
            "unnest(?::text[], ?::text[], ?::int[]) as g (export_id, resource, run_number)" + SAME_AND_NOT_NEWER;

    private static final String OLDER =
            "unnest(?::text[], ?::text[], ?::int[]) as g (export_id, resource, run_number), detector.manifest_entry e"
                    + SAME_AND_NOT_NEWER;

    private final Connection connection;

    DepartureWriter(Connection connection) {
        this.connection = connection;
    }

    void gone(List<Outcome> all) throws SQLException {
        List<Outcome> outcomes = standing(all);
        List<Outcome.Removed> removed = only(outcomes, Outcome.Removed.class);
        List<Outcome.Removed> forgotten =
                removed.stream().filter(gone -> !gone.moved()).toList();
        update(
                "delete from detector.page_reference r using " + OLDER
                        + " and r.export_id = e.export_id and r.page = e.resource",
                forgotten);
        update(
                "update detector.manifest_entry e set status = 'deleted', run_number = g.run_number from " + GONE,
                forgotten);
        deleteOldPaths(removed.stream().filter(Outcome.Removed::moved).toList());
        outOfSight(only(outcomes, Outcome.Inaccessible.class));
    }

    private void outOfSight(List<Outcome.Inaccessible> hidden) throws SQLException {
        update(
                "update detector.manifest_entry e set status = 'inaccessible'," + " run_number = g.run_number from "
                        + GONE + " and e.status in ('active', 'stale')",
                hidden);
        updateOfRun(
                "insert into detector.refused (export_id, resource, run_number, run_id)"
                        + " select * from unnest(?::text[], ?::text[], ?::int[], ?::text[]) on conflict do nothing",
                hidden);
    }

    private static String subject(Outcome outcome) {
        return outcome.run().export() + " " + outcome.recordKey();
    }

    /** All but those that say that a resource is gone when a later one, of no earlier run, says that it is exported. */
    private static List<Outcome> standing(List<Outcome> outcomes) {
        Map<String, Integer> exported = new HashMap<>();
        List<Outcome> standing = new ArrayList<>();
        for (Outcome outcome : outcomes.reversed()) {
            int run = outcome.run().meant().number();
            boolean oldFileOnly = outcome instanceof Outcome.Removed gone && gone.moved();
            if (outcome instanceof Outcome.Exported) {
                exported.merge(subject(outcome), run, Math::max);
            } else if (oldFileOnly || exported.getOrDefault(subject(outcome), -1) < run) {
                standing.add(outcome);
            }
        }
        return standing;
    }

    private <T extends Outcome> void update(String sql, List<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            new Columns<>(connection, update, 1, rows)
                    .add("text", outcome -> outcome.run().export().value())
                    .add("text", Outcome::recordKey)
                    .add("int4", outcome -> outcome.run().meant().number());
            update.executeUpdate();
        }
    }

    private void deleteOldPaths(List<Outcome.Removed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "delete from detector.old_path o using unnest(?::text[], ?::text[], ?::int[])"
                + " as g (export_id, path, run_number)"
                + " where o.export_id = g.export_id and o.path = g.path and o.run_number <= g.run_number";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            new Columns<>(connection, delete, 1, rows)
                    .add("text", gone -> gone.run().export().value())
                    .add("text", Outcome.Removed::path)
                    .add("int4", gone -> gone.run().meant().number());
            delete.executeUpdate();
        }
    }

    /** Kept files are dealt with in this run: nothing more is to be done about them before the next. */
    void kept(List<Outcome> outcomes) throws SQLException {
        updateOfRun(
                "update detector.manifest_entry e set run_id = g.run_id"
                        + " from unnest(?::text[], ?::text[], ?::int[], ?::text[])"
                        + " as g (export_id, resource, run_number, run_id)"
                        + SAME_AND_NOT_NEWER,
                only(outcomes, Outcome.Kept.class));
    }

    private <T extends Outcome> void updateOfRun(String sql, List<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            new Columns<>(connection, update, 1, rows)
                    .add("text", outcome -> outcome.run().export().value())
                    .add("text", Outcome::recordKey)
                    .add("int4", outcome -> outcome.run().meant().number())
                    .add("text", outcome -> outcome.run().run().value());
            update.executeUpdate();
        }
    }

    private static <T extends Outcome> List<T> only(List<Outcome> outcomes, Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
