package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ResourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where the images lie that pages showed when they were last rendered, as far as the export has them. */
public final class ShownImages {

    private static final String SHOWN = "select r.page, r.token, e.path from detector.page_reference r"
            + " join detector.manifest_entry e on e.export_id = r.export_id and e.resource = r.token"
            + " and e.status = 'active' where r.export_id = ? and r.page = any (?) and r.token like 'image:%'";

    private final Connection connection;

    public ShownImages(Connection connection) {
        this.connection = connection;
    }

    /** Paths by page and {@link dev.sluice.pipeline.ReferenceToken}; pages that showed none are absent. */
    public Map<ResourceKey, Map<String, String>> of(ExportId export, Collection<ResourceKey> pages)
            throws SQLException {
        Map<ResourceKey, Map<String, String>> images = new HashMap<>();
        if (pages.isEmpty()) {
            return images;
        }
        try (PreparedStatement query = connection.prepareStatement(SHOWN)) {
            query.setString(1, export.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", pages.stream().map(ResourceKey::toString).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    images.computeIfAbsent(ResourceKey.parse(rows.getString(1)), _ -> new HashMap<>())
                            .put(rows.getString(2), rows.getString(3));
                }
            }
        }
        return images;
    }
}
