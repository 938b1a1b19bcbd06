package dev.sluice.detector.closing;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparison of an export's manifest with the run's catalog, which lists everything that exists: pages whose
 * references lead elsewhere now are rendered again from their archived bodies; files of what is gone, and old files of
 * what moved, are removed, unless something else lies at their path now.
 */
final class Comparison {

    private static final String OUTDATED_LINKS = "select distinct e.resource, e.source_key, e.source_checksum,"
            + " e.source_size from detector.page_reference r"
            + " join detector.manifest_entry e on e.export_id = r.export_id and e.resource = r.page"
            + " join listed l on l.resource = r.page left join names n on n.token = r.token"
            + " where r.export_id = ? and e.status = 'active' and e.run_id <> ? and n.path is distinct from r.path";

    private static final String KNOWN =
            "select count(*) from detector.manifest_entry where export_id = ? and status <> 'deleted'";

    private static final String VANISHED = "select v.resource, v.path,"
            + " exists (select from live_path l where l.path = v.path) from vanished v order by v.resource";

    private static final String TAKEN_OLD_PATHS = "delete from detector.old_path o where o.export_id = ?"
            + " and exists (select from live_path l where l.path = o.path)";

    private static final String OLD_PATHS =
            "select resource, path, false from detector.old_path where export_id = ? order by path";

    private final Connection connection;
    private final Catalog catalog;
    private final RunEvent.Closing event;
    private final List<Change> changes = new ArrayList<>();

    Comparison(Connection connection, ObjectStore store, RunEvent.Closing event) {
        this.connection = connection;
        this.catalog = new Catalog(store, event.run().run());
        this.event = event;
    }

    FollowUpPlan followUps() throws SQLException {
        String export = event.run().export().value();
        new CatalogTables(connection, catalog, event.run().export()).load();
        relink(export);
        int vanished = count("select count(*) from vanished");
        boolean allowed = DeletionGuard.allows(vanished, count(KNOWN, export), event.allowMassDelete());
        if (event.prune() && allowed) {
            remove(false, VANISHED);
        }
        try (PreparedStatement drop = prepare(TAKEN_OLD_PATHS, export)) {
            drop.executeUpdate();
        }
        remove(true, OLD_PATHS, export);
        int withheld = event.prune() && !allowed ? vanished : 0;
        return new FollowUpPlan(
                changes, new Outcome.FollowUps(event.run(), event.resources(), changes.size(), vanished, withheld));
    }

    private void relink(String export) throws SQLException {
        Map<ResourceKey, StoredCopy> bodies = new HashMap<>();
        try (PreparedStatement query =
                        prepare(OUTDATED_LINKS, export, event.run().run().value());
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                bodies.put(
                        ResourceKey.parse(rows.getString(1)),
                        new StoredCopy(rows.getString(2), rows.getString(3), rows.getLong(4)));
            }
        }
        if (!bodies.isEmpty()) {
            catalog.read(entries -> entries.forEach(entry -> relink(entry, bodies)));
        }
    }

    private void relink(CatalogEntry entry, Map<ResourceKey, StoredCopy> bodies) {
        StoredCopy body = bodies.get(entry.resource().key());
        if (body != null) {
            changes.add(new Change.Reuse(
                    new Descriptor(event.run(), nextSeq(), entry.resource()), ChangeReason.LINKS, body));
        }
    }

    private void remove(boolean moved, String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = prepare(sql, parameters);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                changes.add(new Change.Remove(
                        event.run(),
                        nextSeq(),
                        ResourceKey.parse(rows.getString(1)),
                        rows.getString(2),
                        moved,
                        rows.getBoolean(3)));
            }
        }
    }

    private int nextSeq() {
        return event.resources() + changes.size();
    }

    private int count(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = prepare(sql, parameters);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private PreparedStatement prepare(String sql, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
