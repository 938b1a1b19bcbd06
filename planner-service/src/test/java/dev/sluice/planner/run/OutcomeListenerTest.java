package dev.sluice.planner.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outcomes that cannot be understood do not leave their run unfinished. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class OutcomeListenerTest {

    @Inject
    OutcomeListener listener;

    @Inject
    RunRecords records;

    @Inject
    RunLedger ledger;

    @Inject
    Exports exports;

    @TempDir
    Path folder;

    private RunId id;
    private Outcomes run;

    @BeforeEach
    void aRunOfTwoResources() {
        ExportId export = exports.ensure(new ExportRequest(
                "acme",
                "https://acme.example/wiki",
                folder.toUri().toString().replaceAll("/$", ""),
                List.of(new ScopeRef("spaces", List.of("ENG")))));
        id = records.create(new RunRequest(export, RunPolicy.PRUNING));
        run = new Outcomes(records.order(id).run());
        records.cataloged(id, new Plan(2, 2));
        records.published(id);
    }

    @Test
    void oneWhoseNumberCanBeReadIsAFailureOfThatResource() {
        // Given
        String unknown = new String(Wire.encode(run.stored(0)), UTF_8).replace("\"STORED\"", "\"TELEPORTED\"");

        // When
        listener.on(batch("page:1", unknown));

        // Then
        assertThat(ledger.failures(id, 10)).extracting(LedgerItem::seq).containsExactly(0);
        assertThat(records.require(id).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void oneOfWhichOnlyTheRunCanBeReadEndsTheRunAndSaysWhy() {
        // Given
        String unknown = new String(Wire.encode(run.unchanged()), UTF_8).replace("\"unchanged\"", "\"teleported\"");

        // When
        listener.on(batch("page:1", unknown));

        // Then
        assertThat(records.require(id).state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(records.require(id).message()).contains("could not be understood");
        assertThat(folder.resolve(".sluice/runs/" + id + ".json")).isRegularFile();
    }

    @Test
    void oneOfWhichNothingCanBeReadEndsTheRunThatItsKeyNames() {
        // When
        listener.on(batch(id.value(), "<html>"));

        // Then
        assertThat(records.require(id).state()).isEqualTo(RunState.INCOMPLETE);
    }

    @Test
    void aRunThatCannotBeClosedEndsAndSaysWhatWasInTheWay() {
        // Given
        listener.on(batch(id.value(), new String(Wire.encode(run.unchanged(new SeqRange(0, 1))), UTF_8)));
        assertThat(records.require(id).state()).isEqualTo(RunState.CLOSING);
        Outcome obstacle = Outcome.Unrecorded.because(records.order(id).run(), "The catalog is gone.");

        // When
        listener.on(batch(id.value(), new String(Wire.encode(obstacle), UTF_8)));

        // Then
        assertThat(records.require(id).state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(records.require(id).message()).endsWith("The catalog is gone.");
    }

    private static ConsumerRecords<String, byte[]> batch(String key, String letter) {
        TopicPartition partition = new TopicPartition("sluice.outcomes", 0);
        ConsumerRecord<String, byte[]> outcome =
                new ConsumerRecord<>(partition.topic(), 0, 0, key, letter.getBytes(UTF_8));
        return new ConsumerRecords<>(Map.of(partition, List.of(outcome)), Map.of());
    }
}
