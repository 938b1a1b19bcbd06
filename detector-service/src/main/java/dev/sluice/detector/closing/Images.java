package dev.sluice.detector.closing;

import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the images that pages of the export show and that no listing has: which are to be fetched, and which no page
 * shows any more. Needs the tables of {@link CatalogTables}.
 */
final class Images {

    /** Whether a page that stays shows the image of {@code i}; the first parameter: whether vanished pages go. */
    private static final String IS_SHOWN = " exists (select from detector.page_reference r"
            + " join detector.manifest_entry p on p.export_id = r.export_id and p.resource = r.page"
            + " and p.status <> 'deleted' where r.export_id = i.export_id and r.token = i.image"
            + " and r.token like 'image:%'"
            + " and not (? and exists (select from vanished v where v.resource = r.page)))";

    /**
     * An image is looked at once a run: new ones, those on a page that this run has downloaded, and all when files are
     * verified.
     */
    private static final String WANTED = "select i.image, i.url, e.path, e.identity, e.checksum from detector.image i"
            + " left join detector.manifest_entry e on e.export_id = i.export_id and e.resource = i.image"
            + " and e.status = 'active'"
            + " where" + IS_SHOWN + " and i.export_id = ? and i.url is not null"
            + " and i.refused_run is distinct from ? and e.run_id is distinct from ?"
            + " and (i.asked_run = ? or e.resource is null and i.refused is null or ? or e.exported_at < ?)"
            + " order by i.image";

    private static final String ORPHANED = "create temporary table orphaned on commit drop as"
            + " select e.resource, e.path, e.checksum from detector.manifest_entry e"
            + " join detector.image i on i.export_id = e.export_id and i.image = e.resource"
            + " where not" + IS_SHOWN + " and e.export_id = ? and e.resource like 'image:%' and e.status = 'active'"
            // of a page that was taken over from a snapshot, nobody knows what it shows
            + " and not exists (select from detector.page_reference u where u.export_id = e.export_id and u.token = '"
            + ReferenceToken.UNKNOWN + "')";

    private static final String FORGOTTEN = "delete from detector.image i where not" + IS_SHOWN
            + " and i.export_id = ? and not exists (select from detector.manifest_entry e"
            + " where e.export_id = i.export_id and e.resource = i.image and e.status = 'active')";

    private final Connection connection;
    private final RunRef run;
    private final boolean removing;

    /** {@code removing}: whether the pages in {@code vanished} go in this run. */
    Images(Connection connection, RunRef run, boolean removing) {
        this.connection = connection;
        this.run = run;
        this.removing = removing;
    }

    /** Whether any page of the export shows, or showed, an image. */
    boolean areThere() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from detector.image where export_id = ?)")) {
            query.setString(1, run.export().value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** What is to be fetched, numbered from {@code first} on. */
    List<Change.Fetch> wanted(int first) throws SQLException {
        execute(FORGOTTEN);
        List<Change.Fetch> fetches = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(WANTED)) {
            query.setBoolean(1, removing);
            query.setString(2, run.export().value());
            query.setString(3, run.run().value());
            query.setString(4, run.run().value());
            query.setString(5, run.run().value());
            query.setBoolean(6, run.meant().fetchAll() || run.meant().verifies());
            query.setTimestamp(
                    7,
                    run.meant().staleBefore() == null
                            ? null
                            : Timestamp.from(run.meant().staleBefore()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    fetches.add(fetch(rows, first + fetches.size()));
                }
            }
        }
        return fetches;
    }

    private Change.Fetch fetch(ResultSet row, int seq) throws SQLException {
        ImageResource image = ImageResource.at(ResourceKey.parse(row.getString(1)), row.getString(2));
        @Nullable String path = row.getString(3);
        if (path == null) {
            return new Change.Fetch(new Descriptor(run, seq, image), ChangeReason.NEW);
        }
        ImageResource known = run.meant().fetchAll() ? image : image.held(row.getString(4));
        return new Change.Fetch(
                new Descriptor(run, seq, known), ChangeReason.UNCONFIRMED, new Before(path, List.of(row.getString(5))));
    }

    /** Lists in the table {@code orphaned (resource, path, checksum)} what no page shows any more. */
    int findOrphans() throws SQLException {
        return execute(ORPHANED);
    }

    private int execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBoolean(1, removing);
            statement.setString(2, run.export().value());
            return statement.executeUpdate();
        }
    }
}
