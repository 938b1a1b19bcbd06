package dev.sluice.planner.audit;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads and verifies the chains of exports, in whatever database they are. */
public final class AuditReader {

    private static final int AT_ONCE = 2000;

    private final DataSource database;

    public AuditReader(DataSource database) {
        this.database = database;
    }

    /** Records that are looked for, in their order, after the one with the number {@code after}. */
    public List<AuditRecord> find(AuditQuery wanted, long after, int limit) {
        String sql = "select " + AuditRows.COLUMNS + " from planner.audit where export_id = ? and seq > ?"
                + " and coalesce(run_id = ?, ?) and coalesce(resource = ?, ?) and coalesce(action = ?, ?)"
                + " order by seq limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, wanted.export().value());
            query.setLong(2, after);
            query.setString(3, wanted.run());
            query.setBoolean(4, wanted.run() == null);
            query.setString(5, wanted.resource());
            query.setBoolean(6, wanted.resource() == null);
            query.setString(7, wanted.action());
            query.setBoolean(8, wanted.action() == null);
            query.setInt(9, limit);
            List<AuditRecord> records = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    records.add(AuditRows.record(rows));
                }
            }
            return records;
        } catch (SQLException e) {
            throw new AuditException("read", e);
        }
    }

    /** The exports that have a chain. */
    public List<ExportId> exports() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select export_id from planner.audit_head order by export_id");
                ResultSet rows = query.executeQuery()) {
            List<ExportId> exports = new ArrayList<>();
            while (rows.next()) {
                exports.add(new ExportId(rows.getString(1)));
            }
            return exports;
        } catch (SQLException e) {
            throw new AuditException("read", e);
        }
    }

    /** Computes every hash of the chain anew; an export without records has an intact one. */
    public AuditVerdict verify(ExportId export) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select seq, hash, first_seq, hash_before_first from planner.audit_head where export_id = ?")) {
            query.setString(1, export.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    boolean none = find(AuditQuery.all(export), 0, 1).isEmpty();
                    return new AuditVerdict(none, 0, 1, AuditRecord.BEGINNING, none ? null : 1L);
                }
                return verify(
                        export, new AuditHead(row.getLong(1), row.getString(2)), row.getLong(3), row.getString(4));
            }
        } catch (SQLException e) {
            throw new AuditException("read", e);
        }
    }

    /** The head is read first: what is appended meanwhile is left for the next time. */
    private AuditVerdict verify(ExportId export, AuditHead head, long first, String before) {
        long last = first - 1;
        String hash = before;
        while (last < head.seq()) {
            List<AuditRecord> some = find(AuditQuery.all(export), last, AT_ONCE);
            if (some.isEmpty()) {
                return new AuditVerdict(false, last - first + 1, first, head.hash(), last + 1);
            }
            for (AuditRecord record : some) {
                if (record.seq() != last + 1 || !record.follows(hash)) {
                    return new AuditVerdict(false, last - first + 1, first, head.hash(), last + 1);
                }
                last = record.seq();
                hash = record.hash();
                if (last == head.seq() && !hash.equals(head.hash())) {
                    return new AuditVerdict(false, last - first + 1, first, head.hash(), last);
                }
                if (last == head.seq()) {
                    break;
                }
            }
        }
        return new AuditVerdict(true, last - first + 1, first, hash, null);
    }
}
