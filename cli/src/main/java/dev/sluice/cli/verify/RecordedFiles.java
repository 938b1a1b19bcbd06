package dev.sluice.cli.verify;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.DestinationLock;
import dev.sluice.cli.destination.Snapshots;
import dev.sluice.cli.embedded.EmbeddedDatabase;
import dev.sluice.cli.embedded.EmbeddedStartException;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.UnreadableSnapshotException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Consumer;

/** What an export knows of its files: from its database, or where that is not here, from its snapshot. */
final class RecordedFiles {

    private static final int FETCH_SIZE = 5000;
    private static final String FILES =
            "select path, checksum, status in ('active', 'stale') from detector.manifest_entry"
                    + " where status <> 'deleted' and export_id = (select id from planner.export limit 1)"
                    + " union all select path, '', false from detector.old_path"
                    + " where export_id = (select id from planner.export limit 1)";

    private final Destination destination;

    RecordedFiles(Destination destination) {
        this.destination = destination;
    }

    /** Hands over every file, in constant memory. */
    void forEach(Consumer<RecordedFile> reader) {
        if (destination.hasDatabase()) {
            readDatabase(reader);
        } else {
            readSnapshot(reader);
        }
    }

    private void readDatabase(Consumer<RecordedFile> reader) {
        try (DestinationLock _ = DestinationLock.take(destination);
                EmbeddedDatabase server =
                        EmbeddedDatabase.start(destination.home().resolve("db"));
                Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement query = connection.createStatement()) {
            connection.setAutoCommit(false);
            query.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = query.executeQuery(FILES)) {
                while (rows.next()) {
                    reader.accept(new RecordedFile(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
        } catch (SQLException | EmbeddedStartException e) {
            throw destination.unreadableDatabase(e);
        }
    }

    private void readSnapshot(Consumer<RecordedFile> reader) {
        try (SnapshotInput snapshot = Snapshots.open(destination.snapshot())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "%s has neither a database nor a snapshot yet; run 'sluice sync' first."
                                .formatted(destination.folder())))) {
            snapshot.forEach((_, entry) -> {
                if (!entry.status().equals(SnapshotEntry.DELETED)) {
                    reader.accept(new RecordedFile(
                            entry.outputPath(),
                            Objects.requireNonNullElse(entry.checksum(), ""),
                            SnapshotEntry.isHeld(entry.status())));
                }
            });
        } catch (UnreadableSnapshotException e) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s cannot be read: %s. Restore it, or run 'sluice sync' to export everything anew."
                            .formatted(destination.snapshot(), e.getMessage()));
        }
    }
}
