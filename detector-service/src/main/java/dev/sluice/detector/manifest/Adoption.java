package dev.sluice.detector.manifest;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.UnreadableSnapshotException;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Takes the snapshot in a destination over into the manifest, once, when the manifest does not know its export: the
 * database is another one than that which wrote it. Whole or not at all.
 */
@ApplicationScoped
public class Adoption {

    /** For a snapshot of millions of entries. */
    private static final int LONGEST_SECONDS = 3600;

    private final AgroalDataSource database;

    Adoption(@DataSource("detector") AgroalDataSource database) {
        this.database = database;
    }

    /** Whether the manifest counts: it has exported, or there was nothing to take over, or it is taken over. */
    public boolean isDone(ExportId export) {
        try (Connection connection = database.getConnection()) {
            return isDone(connection, export);
        } catch (SQLException e) {
            throw new ManifestException("it cannot be found whether an export is known", e);
        }
    }

    /**
     * Takes the snapshot over, if there is one; {@link UnreadableSnapshotException} when it cannot be. Of several
     * processes that try at once, one does, and the others wait for it.
     *
     * @param format fingerprint of the renderer, taken for that of files of which it is not known
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public int adopt(RunRef run, ObjectStore store, String format) {
        try (Connection connection = database.getConnection()) {
            lock(connection, run.export());
            if (isDone(connection, run.export())) {
                return 0;
            }
            Optional<InputStream> snapshot = store.open(snapshotKey(store));
            int adopted = snapshot.isEmpty() ? 0 : copy(snapshot.get(), run, format, connection);
            markDone(connection, run.export(), adopted);
            return adopted;
        } catch (SQLException e) {
            throw new ManifestException("the snapshot cannot be taken over", e);
        }
    }

    /** Goes on without what the snapshot says. */
    @Transactional
    public void giveUp(ExportId export) {
        try (Connection connection = database.getConnection()) {
            markDone(connection, export, 0);
        } catch (SQLException e) {
            throw new ManifestException("an export cannot be made known", e);
        }
    }

    /** Where the snapshot of the destination lies, as far as the destination says. */
    public static String snapshotKey(ObjectStore store) {
        Optional<InputStream> identity = store.open(DestinationLayout.EXPORT);
        if (identity.isEmpty()) {
            return DestinationLayout.SNAPSHOT;
        }
        try (InputStream in = identity.get()) {
            return Wire.decode(in.readAllBytes(), ExportHeader.class).snapshot();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the entries of a snapshot in a transaction of the caller's; how many there are. See {@link #adopt}. */
    public static int copy(SnapshotInput snapshot, RunRef run, String format, Connection connection) {
        String url = snapshot.head().export().confluenceUrl();
        if (!url.equals(run.siteUrl())) {
            throw new UnreadableSnapshotException("it is of " + url, null);
        }
        AdoptedEntries entries = new AdoptedEntries(connection, run.export(), format);
        snapshot.forEach(entries::add);
        entries.flush();
        return entries.count();
    }

    private static int copy(InputStream snapshot, RunRef run, String format, Connection connection) {
        try (SnapshotInput in = new SnapshotInput(snapshot)) {
            return copy(in, run, format, connection);
        }
    }

    private static boolean isDone(Connection connection, ExportId export) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from detector.known_export where export_id = ?")) {
            query.setString(1, export.value());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void markDone(Connection connection, ExportId export, int adopted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into detector.known_export (export_id, adopted) values (?, ?) on conflict do nothing")) {
            insert.setString(1, export.value());
            insert.setInt(2, adopted);
            insert.executeUpdate();
        }
    }

    private static void lock(Connection connection, ExportId export) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {
            lock.setString(1, export.value());
            lock.execute();
        }
    }
}
