package dev.sluice.detector.closing;

import dev.sluice.catalog.Catalog;
import dev.sluice.detector.manifest.ShownImages;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
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
            + " e.source_size, e.path, e.checksum,"
            + " e.version_number, e.version_at, r.token not like 'image:%' from detector.page_reference r"
            + " join detector.manifest_entry e on e.export_id = r.export_id and e.resource = r.page"
            + " join listed l on l.resource = r.page left join names n on n.token = r.token"
            + " where r.export_id = ? and e.status = 'active' and n.path is distinct from r.path"
            // what this run has rendered had the same catalog, but not yet every body and image
            + " and (e.run_id <> ? or r.token like 'body:%' or r.token like 'image:%')";

    private static final String KNOWN =
            "select count(*) from detector.manifest_entry where export_id = ? and status <> 'deleted'";

    private final Connection connection;
    private final Catalog catalog;
    private final RunEvent.Closing event;
    private final List<Change> changes = new ArrayList<>();
    /** Whether a page is rendered again for more than the place of an image. */
    private boolean restructured;

    private int orphans;
    private Map<ResourceKey, List<ResourceKey>> shown = Map.of();
    private Map<ResourceKey, Map<String, String>> images = Map.of();

    Comparison(Connection connection, ObjectStore store, RunEvent.Closing event) {
        this.connection = connection;
        this.catalog = new Catalog(store, event.run().run());
        this.event = event;
    }

    FollowUpPlan followUps() throws SQLException {
        String export = event.run().export().value();
        new CatalogTables(connection, catalog, event.run(), !event.prune()).load();
        relink(export);
        int vanished = count("select count(*) from vanished");
        boolean allowed = DeletionGuard.allows(vanished, count(KNOWN, export), event.allowMassDelete());
        Removals removals = new Removals(connection, event.run());
        if (event.prune() && allowed) {
            removals.withVanished();
        }
        boolean again = lookAtImages(removals, event.prune() && allowed);
        changes.addAll(removals.decide(nextSeq()));
        int withheld = event.prune() && !allowed ? vanished : 0;
        return new FollowUpPlan(
                changes,
                new Outcome.FollowUps(
                        event.run(),
                        event.resources(),
                        changes.size(),
                        vanished + orphans,
                        withheld,
                        again ? true : null));
    }

    /**
     * Which images are to be fetched, and, when everything else is as it is to be, which go. Whether to compare again:
     * pages will show what is fetched, and what is rendered again may show other images.
     */
    private boolean lookAtImages(Removals removals, boolean removing) throws SQLException {
        Images images = new Images(connection, event.run(), removing);
        if (!images.areThere()) {
            return false;
        }
        List<Change.Fetch> wanted = images.wanted(nextSeq());
        changes.addAll(wanted);
        boolean again = restructured || !wanted.isEmpty();
        if (event.prune() && !again) {
            orphans = images.findOrphans();
            removals.withOrphans();
        }
        return again;
    }

    private void relink(String export) throws SQLException {
        Map<ResourceKey, Linking> bodies = new HashMap<>();
        try (PreparedStatement query =
                        prepare(OUTDATED_LINKS, export, event.run().run().value());
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                bodies.merge(
                        ResourceKey.parse(rows.getString(1)),
                        new Linking(
                                new StoredCopy(rows.getString(2), rows.getString(3), rows.getLong(4)),
                                rows.getString(5),
                                rows.getString(6),
                                new ResourceVersion(
                                        rows.getInt(7), rows.getTimestamp(8).toInstant()),
                                rows.getBoolean(9)),
                        (one, other) -> one.beyondImages() ? one : other);
            }
        }
        if (!bodies.isEmpty()) {
            shown = new ShownPages(connection, export).of(bodies.keySet());
            images = new ShownImages(connection).of(event.run().export(), bodies.keySet());
            catalog.read(entries -> entries.forEach(entry -> relink(entry, bodies)));
        }
    }

    /**
     * A page whose links are outdated: its archived body, and its file.
     *
     * @param beyondImages whether for more than the place of an image
     */
    private record Linking(
            StoredCopy body, String path, String checksum, ResourceVersion version, boolean beyondImages) {}

    private void relink(CatalogEntry entry, Map<ResourceKey, Linking> pages) {
        Linking page = pages.get(entry.resource().key());
        // of another version than the archived body: it could not be fetched, and is looked at again by the next run
        if (page != null && page.version().equals(entry.resource().version())) {
            restructured |= page.beyondImages();
            boolean stays = page.path().equals(entry.resource().path());
            Before before = new Before(page.path(), stays ? List.of(page.checksum()) : List.of()).of(page.version());
            changes.add(new Change.Reuse(
                    new Descriptor(event.run(), nextSeq(), entry.resource()),
                    ChangeReason.LINKS,
                    page.body(),
                    before.showing(images.getOrDefault(entry.resource().key(), Map.of())),
                    shown.get(entry.resource().key())));
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
