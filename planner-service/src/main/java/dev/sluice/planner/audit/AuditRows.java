package dev.sluice.planner.audit;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.rows.ArrayColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audit records as rows. */
final class AuditRows {

    static final String COLUMNS = "export_id, seq, at, actor, action, run_id, resource, path, from_path,"
            + " from_version, to_version, detail, hash";

    private AuditRows() {}

    static void insert(Connection connection, ExportId export, List<AuditRecord> records) throws SQLException {
        String sql = "insert into planner.audit (" + COLUMNS + ") select ?, * from unnest(?::bigint[],"
                + " ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],"
                + " ?::int[], ?::text[], ?::text[])";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, export.value());
            ArrayColumn.bind(insert, 2, "int8", records, AuditRecord::seq);
            ArrayColumn.bind(insert, 3, "timestamptz", records, record -> Timestamp.from(record.at()));
            ArrayColumn.bind(insert, 4, "text", records, AuditRecord::actor);
            ArrayColumn.bind(insert, 5, "text", records, AuditRecord::action);
            ArrayColumn.bind(insert, 6, "text", records, record -> text(record.run()));
            ArrayColumn.bind(insert, 7, "text", records, record -> text(record.resource()));
            ArrayColumn.bind(insert, 8, "text", records, AuditRecord::path);
            ArrayColumn.bind(insert, 9, "text", records, AuditRecord::fromPath);
            ArrayColumn.bind(insert, 10, "int4", records, AuditRecord::fromVersion);
            ArrayColumn.bind(insert, 11, "int4", records, AuditRecord::toVersion);
            ArrayColumn.bind(insert, 12, "text", records, AuditRecord::detail);
            ArrayColumn.bind(insert, 13, "text", records, AuditRecord::hash);
            insert.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The row that {@code rows} is at, which begins with {@link #COLUMNS}. */
    static AuditRecord record(ResultSet rows) throws SQLException {
        String run = rows.getString(6);
        String resource = rows.getString(7);
        return new AuditRecord(
                new ExportId(rows.getString(1)),
                rows.getLong(2),
                rows.getTimestamp(3).toInstant(),
                rows.getString(4),
                rows.getString(5),
                run == null ? null : new RunId(run),
                resource == null ? null : ResourceKey.parse(resource),
                rows.getString(8),
                rows.getString(9),
                rows.getObject(10, Integer.class),
                rows.getObject(11, Integer.class),
                rows.getString(12),
                rows.getString(13));
    }
}
