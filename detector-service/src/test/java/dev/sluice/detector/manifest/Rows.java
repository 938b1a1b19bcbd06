package dev.sluice.detector.manifest;

import dev.sluice.pipeline.ExportId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the tables of the manifest. */
@ApplicationScoped
class Rows {

    private final AgroalDataSource database;

    Rows(@DataSource("detector") AgroalDataSource database) {
        this.database = database;
    }

    /** Everything the manifest holds of an export. */
    List<String> of(ExportId export) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("manifest_entry", "page_reference", "old_path")) {
            rows.addAll(strings("select t::text from detector." + table + " t where export_id = ? order by 1", export));
        }
        return rows;
    }

    /** The first column of what a query with one parameter, the export, gives. */
    List<String> strings(String sql, ExportId export) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, export.value());
            List<String> strings = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    strings.add(rows.getString(1));
                }
            }
            return strings;
        }
    }
}
