package dev.sluice.planner.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.PlannerInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of audit records in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class AuditTrailTest {

    private static final RunId RUN = new RunId("00000000-0000-0000-0000-000000000001");

    @Inject
    AuditTrail trail;

    @Inject
    @DataSource("planner")
    AgroalDataSource database;

    @Inject
    @Connector(InMemoryConnector.CONNECTOR)
    InMemoryConnector topics;

    private final ExportId export = new ExportId("x" + UUID.randomUUID());

    @Test
    void recordsAreAChainThatIsIntact() {
        // When
        append(started("key:ci"), file("created", 1, null, 3));
        append(file("changed", 1, 3, 4));

        // Then
        List<AuditRecord> records = records();
        assertThat(records).extracting(AuditRecord::seq).containsExactly(1L, 2L, 3L);
        assertThat(records.get(1).follows(records.get(0).hash())).isTrue();
        assertThat(verify())
                .isEqualTo(new AuditVerdict(true, 3, 1, records.getLast().hash(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update planner.audit set to_version = 9 where export_id = '%s' and seq = 2",
                "update planner.audit set actor = 'somebody' where export_id = '%s' and seq = 2",
                "update planner.audit set from_path = '' where export_id = '%s' and seq = 2",
                "delete from planner.audit where export_id = '%s' and seq = 2"
            })
    void whatIsTamperedWithShows(String deed) throws SQLException {
        // Given
        append(started("key:ci"), file("created", 1, null, 3), file("created", 2, null, 1));

        // When somebody who owns the schema takes the triggers away
        execute(
                "alter table planner.audit disable trigger user",
                deed.formatted(export),
                "alter table planner.audit enable trigger user");

        // Then
        AuditVerdict verdict = verify();
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.brokenAt()).isEqualTo(2);
    }

    @Test
    void anEndThatIsCutOffShows() throws SQLException {
        // Given
        append(started("key:ci"), file("created", 1, null, 3));

        // When
        execute(
                "alter table planner.audit disable trigger user",
                "delete from planner.audit where export_id = '%s' and seq = 2".formatted(export),
                "alter table planner.audit enable trigger user");

        // Then
        assertThat(verify().brokenAt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update planner.audit set actor = 'somebody'",
                "delete from planner.audit",
                "truncate planner.audit"
            })
    void theTableIsAppendOnly(String deed) {
        // Given
        append(started("key:ci"));

        // When and then
        assertThatThrownBy(() -> execute(deed)).hasMessageContaining("append-only");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void whatIsOldIsForgottenAndTheRestStaysVerifiable() {
        // Given
        append(started("key:ci"), file("created", 1, null, 3));
        append(file("changed", 1, 3, 4));

        // When
        long forgotten = trail.forget(export, Instant.now().plusSeconds(60));

        // Then
        assertThat(forgotten).isEqualTo(2);
        append(file("changed", 1, 4, 5));
        assertThat(records()).extracting(AuditRecord::seq).containsExactly(3L, 4L);
        AuditVerdict verdict = verify();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.first()).isEqualTo(3);
    }

    @Test
    void recordsThatAreAppendedSideBySideAreOneChain() {
        // When
        List<CompletableFuture<Void>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> append(file("created", i, null, 1))))
                .toList();
        all.forEach(CompletableFuture::join);

        // Then
        assertThat(verify().records()).isEqualTo(20);
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void whatIsRolledBackLeavesNoRecord() {
        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    trail.append(export, List.of(started("key:ci")));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        // Then
        assertThat(records()).isEmpty();
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void aRemovedFileIsOfTheVersionThatWasRecordedLast() {
        // Given
        append(file("created", 1, null, 3));
        append(file("changed", 1, 3, 7));

        // When
        append(file("removed", 1, null, null), file("removed", 2, null, null));

        // Then
        assertThat(records()).extracting(AuditRecord::fromVersion).containsExactly(null, 3, 7, null);
    }

    @Test
    void recordsAreFoundByRunResourceAndAction() {
        // Given
        append(started("key:ci"), file("created", 1, null, 3), file("created", 2, null, 1));
        AuditReader reader = new AuditReader(database);

        // When and then
        assertThat(reader.find(new AuditQuery(export, null, "page:2", null), 0, 10))
                .extracting(AuditRecord::seq)
                .containsExactly(3L);
        assertThat(reader.find(new AuditQuery(export, RUN.value(), null, "created"), 2, 10))
                .extracting(AuditRecord::seq)
                .containsExactly(3L);
    }

    @Test
    void recordsArePublishedInTheirOrderAsTheyAreWritten() {
        // When
        append(started("key:ci"), file("created", 1, null, 3));
        append(file("changed", 1, 3, 4));

        // Then
        await().untilAsserted(() -> assertThat(published()).isEqualTo(records()));
    }

    private List<AuditRecord> published() {
        return topics.<Record<String, byte[]>>sink("audit-out").received().stream()
                .map(message -> Wire.decode(message.getPayload().value(), AuditRecord.class))
                .filter(record -> record.export().equals(export))
                .toList();
    }

    private void append(AuditEntry... entries) {
        QuarkusTransaction.requiringNew().run(() -> trail.append(export, List.of(entries)));
    }

    private static AuditEntry started(String actor) {
        return AuditEntry.of(actor, "run-started", RUN, "prune");
    }

    private static AuditEntry file(String action, int page, @Nullable Integer from, @Nullable Integer to) {
        ResourceKey key = ResourceKey.page(Integer.toString(page));
        return new AuditEntry("key:ci", action, RUN, key, "ENG/" + page + ".md", null, from, to, null);
    }

    private List<AuditRecord> records() {
        return new AuditReader(database).find(AuditQuery.all(export), 0, 100);
    }

    private AuditVerdict verify() {
        return new AuditReader(database).verify(export);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
