package dev.sluice.planner.audit;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The last record of a chain. */
record AuditHead(long seq, String hash) {

    /** The head as it is, which nobody else changes until the end of the transaction. */
    static AuditHead lock(Connection connection, ExportId export) throws SQLException {
        String make = "insert into planner.audit_head (export_id, seq, hash, hash_before_first) values (?, 0, ?, ?)"
                + " on conflict (export_id) do nothing";
        try (PreparedStatement insert = connection.prepareStatement(make)) {
            insert.setString(1, export.value());
            insert.setString(2, AuditRecord.BEGINNING);
            insert.setString(3, AuditRecord.BEGINNING);
            insert.executeUpdate();
        }
        String lock = "select seq, hash from planner.audit_head where export_id = ? for update";
        try (PreparedStatement query = connection.prepareStatement(lock)) {
            query.setString(1, export.value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return new AuditHead(rows.getLong(1), rows.getString(2));
            }
        }
    }

    void save(Connection connection, ExportId export) throws SQLException {
        String sql = "update planner.audit_head set seq = ?, hash = ? where export_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, seq);
            update.setString(2, hash);
            update.setString(3, export.value());
            update.executeUpdate();
        }
    }
}
