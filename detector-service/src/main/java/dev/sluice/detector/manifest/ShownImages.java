package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ResourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the images lie that pages showed when they were last rendered, as far as the export has them. */
public final class ShownImages {

    private static final String SHOWN = "select r.page, r.token, e.path, e.checksum from detector.page_reference r"
            + " join detector.manifest_entry e on e.export_id = r.export_id and e.resource = r.token"
            + " and e.status = 'active' where r.export_id = ? and r.page = any (?) and r.token like 'image:%'";

    private static final String EMBEDDED = SHOWN + " and exists (select from detector.image i"
            + " where i.export_id = r.export_id and i.image = r.token and i.url is null)";

    private final Connection connection;

    public ShownImages(Connection connection) {
        this.connection = connection;
    }

    /** Paths by page and {@link dev.sluice.pipeline.ReferenceToken}; pages that showed none are absent. */
    public Map<ResourceKey, Map<String, String>> of(ExportId export, Collection<ResourceKey> pages)
            throws SQLException {
        Map<ResourceKey, Map<String, String>> images = new HashMap<>();
        read(
                SHOWN,
                export,
                pages,
                row -> images.computeIfAbsent(ResourceKey.parse(row.getString(1)), _ -> new HashMap<>())
                        .put(row.getString(2), row.getString(3)));
        return images;
    }

    /** Those that the pages hold themselves, by page. */
    Map<ResourceKey, List<EmbeddedImage>> embeddedIn(ExportId export, Collection<ResourceKey> pages)
            throws SQLException {
        Map<ResourceKey, List<EmbeddedImage>> images = new HashMap<>();
        read(
                EMBEDDED,
                export,
                pages,
                row -> images.computeIfAbsent(ResourceKey.parse(row.getString(1)), _ -> new ArrayList<>())
                        .add(new EmbeddedImage(row.getString(3), row.getString(4))));
        return images;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, ExportId export, Collection<ResourceKey> pages, RowReader reader)
            throws SQLException {
        if (pages.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, export.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", pages.stream().map(ResourceKey::toString).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
