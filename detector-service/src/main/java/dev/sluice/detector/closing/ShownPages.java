package dev.sluice.detector.closing;

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

/** Which pages' bodies are shown by other pages, directly or by a page that is shown. */
final class ShownPages {

    private static final String SHOWN = "with direct as (select page, substr(token, 6) as shown"
            + " from detector.page_reference where export_id = ? and page = any (?) and token like 'body:%'),"
            + " every as (select page, shown from direct union select d.page, substr(r.token, 6) from direct d"
            + " join detector.page_reference r on r.export_id = ? and r.page = d.shown and r.token like 'body:%')"
            + " select s.page, s.shown from every s join detector.manifest_entry e"
            + " on e.export_id = ? and e.resource = s.shown and e.status = 'active' order by s.page, s.shown";

    private final Connection connection;
    private final String export;

    ShownPages(Connection connection, String export) {
        this.connection = connection;
        this.export = export;
    }

    /** For each of the pages that show any, what they show and the manifest has. */
    Map<ResourceKey, List<ResourceKey>> of(Collection<ResourceKey> pages) throws SQLException {
        Map<ResourceKey, List<ResourceKey>> shown = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SHOWN)) {
            query.setString(1, export);
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", pages.stream().map(ResourceKey::toString).toArray()));
            query.setString(3, export);
            query.setString(4, export);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    shown.computeIfAbsent(ResourceKey.parse(rows.getString(1)), ignored -> new ArrayList<>())
                            .add(ResourceKey.parse(rows.getString(2)));
                }
            }
        }
        return shown;
    }
}
