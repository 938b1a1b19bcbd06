package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotOutput;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

/** Writes an export's manifest as a snapshot, entry by entry, in the order of their keys. */
@ApplicationScoped
public class SnapshotWriter {

    private static final int FETCH_SIZE = 2000;
    private static final String ENTRIES = "select e.resource, e.version_number, e.version_at, e.checksum, e.size, e.path,"
            + " e.exported_at, e.status, e.identity, e.format, e.source_checksum, e.source_size,"
            + " r.tokens, r.paths, m.names, m.counts, l.links"
            + " from detector.manifest_entry e"
            + " left join (select page, array_agg(token order by token) as tokens,"
            + " array_agg(path order by token) as paths from detector.page_reference where export_id = ? group by page)"
            + " r on r.page = e.resource"
            + " left join (select page, array_agg(what order by ordinal) as names,"
            + " array_agg(count order by ordinal) as counts from detector.page_finding"
            + " where export_id = ? and kind = 'macro' group by page) m on m.page = e.resource"
            + " left join (select page, array_agg(what order by ordinal) as links from detector.page_finding"
            + " where export_id = ? and kind = 'link' group by page) l on l.page = e.resource"
            + " where e.export_id = ? order by e.resource";

    private final AgroalDataSource database;
    private final Clock clock;

    SnapshotWriter(@DataSource("detector") AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes to the end and closes the stream. */
    @Transactional
    public void write(ExportId export, ExportHeader header, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ENTRIES);
                SnapshotOutput snapshot = new SnapshotOutput(out, SnapshotHead.of(header, clock.instant()))) {
            query.setFetchSize(FETCH_SIZE);
            for (int i = 1; i <= 4; i++) {
                query.setString(i, export.value());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    EntryRow row = new EntryRow(rows);
                    snapshot.add(row.resource(), row.entry());
                }
            }
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }
}
