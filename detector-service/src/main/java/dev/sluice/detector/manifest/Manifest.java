package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.StoredCopy;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The manifest, read and written in sets. */
@ApplicationScoped
public class Manifest {

    private static final String FIND = "select resource, status, version_number, version_at, identity, path, format,"
            + " source_key, source_checksum, source_size, checksum, exported_at, unverified, details, etag, last_modified"
            + " from detector.manifest_entry where export_id = ? and resource = any (?)";

    private final AgroalDataSource database;

    /** The manifest in this database. */
    public Manifest(@DataSource("detector") AgroalDataSource database) {
        this.database = database;
    }

    /** What is known of these resources; those without an entry are absent. */
    public Map<ResourceKey, Known> find(ExportId export, Collection<ResourceKey> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setString(1, export.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(ResourceKey::toString).toArray()));
            Map<ResourceKey, Known> known = HashMap.newHashMap(keys.size());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(ResourceKey.parse(rows.getString(1)), known(rows));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                SnapshotEntry.isHeld(row.getString(2)),
                new ResourceVersion(row.getInt(3), row.getTimestamp(4).toInstant()),
                row.getString(5),
                row.getString(6),
                row.getString(11),
                row.getString(7),
                row.getString(14),
                new StoredCopy(row.getString(8), row.getString(9), row.getLong(10)),
                row.getTimestamp(12).toInstant(),
                file(row),
                row.getBoolean(13));
    }

    private static @Nullable KnownFile file(ResultSet row) throws SQLException {
        String etag = row.getString(15);
        String lastModified = row.getString(16);
        return etag == null && lastModified == null ? null : new KnownFile(row.getString(11), etag, lastModified);
    }

    /** See {@link ShownImages#of}. */
    public Map<ResourceKey, Map<String, String>> images(ExportId export, Collection<ResourceKey> pages) {
        try (Connection connection = database.getConnection()) {
            return new ShownImages(connection).of(export, pages);
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }

    /** The pictures that these pages hold themselves; pages without any are absent. */
    public Map<ResourceKey, List<EmbeddedImage>> embedded(ExportId export, Collection<ResourceKey> pages) {
        if (pages.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = database.getConnection()) {
            return new ShownImages(connection).embeddedIn(export, pages);
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }

    /** The checksums of the files that lie at these paths, as they were exported. */
    public Map<String, List<String>> checksums(ExportId export, Collection<String> paths) {
        String sql = "select path, checksum from detector.manifest_entry"
                + " where export_id = ? and status <> 'deleted' and path = any (?)"
                + " union select path, checksum from detector.old_path"
                + " where export_id = ? and checksum is not null and path = any (?)";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            Array all = connection.createArrayOf("text", paths.toArray());
            query.setString(1, export.value());
            query.setArray(2, all);
            query.setString(3, export.value());
            query.setArray(4, all);
            Map<String, List<String>> checksums = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    checksums
                            .computeIfAbsent(rows.getString(1), ignored -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
            return checksums;
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }

    /** Files that were taken over from a snapshot are what it says: from now on their entries are like any other. */
    @Transactional
    public void confirm(ExportId export, List<Confirmed> files) {
        if (files.isEmpty()) {
            return;
        }
        String sql = "update detector.manifest_entry e set unverified = false, identity = c.identity,"
                + " version_at = c.version_at, checksum = c.checksum, size = c.size"
                + " from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[])"
                + " as c (resource, identity, version_at, checksum, size)"
                + " where e.export_id = ? and e.resource = c.resource and e.unverified";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            new Columns<>(connection, update, 1, files)
                    .add("text", file -> file.resource().key().toString())
                    .add("text", file -> file.resource().identity())
                    .add(
                            "timestamptz",
                            file -> Timestamp.from(file.resource().version().createdAt()))
                    .add("text", Confirmed::checksum)
                    .add("int8", Confirmed::size);
            update.setString(6, export.value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new ManifestException("files cannot be confirmed", e);
        }
    }

    /** A listed resource whose file is what the manifest says. */
    public record Confirmed(Resource resource, String checksum, long size) {}

    /** Records outcomes, in one transaction. What was recorded before makes no difference. */
    @Transactional
    public void record(List<Outcome> outcomes) {
        try (Connection connection = database.getConnection()) {
            List<Outcome> all = ImageWriter.withEmbedded(outcomes);
            ManifestWriter writer = new ManifestWriter(connection);
            writer.exported(all);
            DepartureWriter departures = new DepartureWriter(connection);
            departures.gone(all);
            departures.kept(outcomes);
            new ImageWriter(connection).record(outcomes);
            new RecordedNumbers(connection).add(outcomes);
        } catch (SQLException e) {
            throw new ManifestException("outcomes cannot be recorded", e);
        }
    }

    /** How many outcomes of the run are recorded. */
    public int recorded(RunId run) {
        try (Connection connection = database.getConnection()) {
            return new RecordedNumbers(connection).count(run);
        } catch (SQLException e) {
            throw new ManifestException("recorded outcomes cannot be counted", e);
        }
    }
}
