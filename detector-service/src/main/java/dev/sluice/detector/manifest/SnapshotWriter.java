package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotOutput;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Writes an export's manifest as a snapshot, entry by entry, in the order of their keys. */
@ApplicationScoped
public class SnapshotWriter {

    /** For a manifest of millions of entries: it is read as a whole. */
    private static final int LONGEST_SECONDS = 3600;

    private final AgroalDataSource database;
    private final Clock clock;

    SnapshotWriter(@DataSource("detector") AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes to the end and closes the stream. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void write(ExportId export, ExportHeader header, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                EntryRows rows = new EntryRows(connection, export.value());
                SnapshotOutput snapshot = new SnapshotOutput(out, SnapshotHead.of(header, clock.instant()))) {
            while (rows.next()) {
                snapshot.add(rows.resource(), rows.entry());
            }
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }
}
