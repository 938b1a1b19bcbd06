package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ResourceKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks entries of the manifest up for people and programs, a page at a time. */
@ApplicationScoped
public class ManifestSearch {

    private final AgroalDataSource database;

    ManifestSearch(@DataSource("detector") AgroalDataSource database) {
        this.database = database;
    }

    /** Whether the export has a manifest. */
    public boolean knows(String export) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select 1 from detector.known_export where export_id = ?"
                                + " union select 1 from detector.manifest_entry where export_id = ? limit 1")) {
            query.setString(1, export);
            query.setString(2, export);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }

    /** In the order of their keys, after {@code after}; null for the first ones. */
    public List<ManifestEntry> find(ManifestQuery wanted, @Nullable String after, int limit) {
        String sql = "select resource, status, version_number, version_at, path, checksum, size, exported_at, run_id"
                + " from detector.manifest_entry where export_id = ? and coalesce(resource > ?, true)"
                + " and coalesce(status = ?, true) and coalesce(starts_with(resource, ? || ':'), true)"
                + " and coalesce(starts_with(path, ?), true) and coalesce(resource = ?, true) order by resource limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, wanted.export().value());
            query.setString(2, after);
            query.setString(3, wanted.status());
            query.setString(4, wanted.kind());
            query.setString(5, wanted.path());
            query.setString(6, wanted.resource());
            query.setInt(7, limit);
            List<ManifestEntry> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(entry(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new ManifestException("the manifest cannot be read", e);
        }
    }

    private static ManifestEntry entry(ResultSet row) throws SQLException {
        return new ManifestEntry(
                ResourceKey.parse(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getTimestamp(8).toInstant(),
                row.getString(9));
    }
}
