package dev.sluice.planner.audit;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ResourceKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appends to the chains of exports. What is recorded is so if, and only if, the transaction around it succeeds. */
@ApplicationScoped
public class AuditTrail {

    private final AgroalDataSource database;
    private final AuditConfig config;
    private final Event<AuditAppended> appended;
    private final Clock clock;

    AuditTrail(
            @DataSource("planner") AgroalDataSource database,
            AuditConfig config,
            Event<AuditAppended> appended,
            Clock clock) {
        this.database = database;
        this.config = config;
        this.appended = appended;
        this.clock = clock;
    }

    /** Appends to the chain of the export, which nobody else appends to until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(ExportId export, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            AuditHead head = AuditHead.lock(connection, export);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<AuditRecord> records = new ArrayList<>(entries.size());
            for (AuditEntry entry : known(connection, export, entries)) {
                AuditRecord record = entry.record(export, head.seq() + 1, now, head.hash());
                records.add(record);
                head = new AuditHead(record.seq(), record.hash());
            }
            AuditRows.insert(connection, export, records);
            head.save(connection, export);
        } catch (SQLException e) {
            throw new AuditException("kept", e);
        }
        appended.fire(new AuditAppended(export));
    }

    /** Of a file that is removed the outcome does not say which version it was of; the trail does, unless it is younger. */
    private static List<AuditEntry> known(Connection connection, ExportId export, List<AuditEntry> entries)
            throws SQLException {
        List<String> removed = entries.stream()
                .filter(AuditTrail::isOfUnknownVersion)
                .map(entry -> String.valueOf(entry.resource()))
                .toList();
        if (removed.isEmpty()) {
            return entries;
        }
        Map<ResourceKey, @Nullable Integer> versions = new HashMap<>();
        String sql = "select distinct on (resource) resource, to_version from planner.audit"
                + " where export_id = ? and resource = any (?) order by resource, seq desc";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, export.value());
            query.setArray(2, connection.createArrayOf("text", removed.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    versions.put(ResourceKey.parse(rows.getString(1)), rows.getObject(2, Integer.class));
                }
            }
        }
        return entries.stream()
                .map(entry -> isOfUnknownVersion(entry) ? entry.from(versions.get(entry.resource())) : entry)
                .toList();
    }

    private static boolean isOfUnknownVersion(AuditEntry entry) {
        return entry.action().equals("removed") && entry.resource() != null && entry.fromVersion() == null;
    }

    /** Forgets what is older than the configuration wants kept. */
    @Transactional
    public void forgetOld(ExportId export) {
        config.keepFor().ifPresent(time -> forget(export, clock.instant().minus(time)));
    }

    /** Forgets what is older, but for the last record of the export; how many records that were. */
    @Transactional
    long forget(ExportId export, Instant oldest) {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("select planner.forget_audit(?, ?)")) {
            call.setString(1, export.value());
            call.setTimestamp(2, Timestamp.from(oldest));
            try (ResultSet rows = call.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AuditException("shortened", e);
        }
    }
}
