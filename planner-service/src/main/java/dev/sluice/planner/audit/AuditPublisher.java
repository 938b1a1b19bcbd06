package dev.sluice.planner.audit;

import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Stage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes the records of exports in their order, after the transactions that wrote them; from where it has left off,
 * after a crash. A record may be published twice, under the same number.
 */
@ApplicationScoped
class AuditPublisher {

    private static final Logger LOG = Logger.getLogger(AuditPublisher.class);
    private static final int AT_ONCE = 1000;

    private final AgroalDataSource database;
    private final AuditReader reader;
    private final Outbox records;
    private final boolean enabled;
    private final Set<ExportId> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit").daemon().factory());

    AuditPublisher(
            @DataSource("planner") AgroalDataSource database,
            AuditConfig config,
            @Channel("audit-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> records) {
        this.database = database;
        this.reader = new AuditReader(database);
        this.records = new Outbox(Stage.PLAN, records);
        this.enabled = config.publish();
    }

    void onAppended(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditAppended appended) {
        publishSoon(appended.export());
    }

    void onStart(@Observes StartupEvent started) {
        if (enabled) {
            reader.exports().forEach(this::publishSoon);
        }
    }

    private void publishSoon(ExportId export) {
        if (enabled && waiting.add(export)) {
            thread.execute(() -> {
                waiting.remove(export);
                publish(export);
            });
        }
    }

    private void publish(ExportId export) {
        try (Connection connection = database.getConnection()) {
            long published = published(connection, export);
            for (List<AuditRecord> some = after(export, published); !some.isEmpty(); some = after(export, published)) {
                records.publish(some);
                published = some.getLast().seq();
                save(connection, export, published);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "Audit records are not published yet; the next one brings them along: exportId=%s", export);
        }
    }

    private List<AuditRecord> after(ExportId export, long seq) {
        return reader.find(AuditQuery.all(export), seq, AT_ONCE);
    }

    private static long published(Connection connection, ExportId export) throws SQLException {
        String sql = "select published from planner.audit_head where export_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, export.value());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static void save(Connection connection, ExportId export, long published) throws SQLException {
        String sql = "update planner.audit_head set published = greatest(published, ?) where export_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, published);
            update.setString(2, export.value());
            update.executeUpdate();
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
