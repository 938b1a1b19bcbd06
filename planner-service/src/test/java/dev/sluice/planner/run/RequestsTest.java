package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has asked of Confluence, and what it did not have to ask. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class RequestsTest {

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    Exports exports;

    @TempDir
    Path folder;

    private RunId id;
    private Outcomes run;

    @BeforeEach
    void aNewRunOfANewExport() {
        ExportId export = exports.ensure(new ExportRequest(
                "acme",
                "https://acme.example/wiki",
                folder.toUri().toString(),
                List.of(new ScopeRef("spaces", List.of("ENG")))));
        id = records.create(new RunRequest(export, RunPolicy.PRUNING));
        run = new Outcomes(records.order(id).run());
    }

    @Test
    void whatTheFetcherAskedForCountsOnceHoweverOftenItIsReported() {
        // Given
        records.cataloged(id, new Plan(1, 1));
        records.published(id);
        records.requested(id, 3);
        Outcome asked = new Outcome.Requested(run.ref(), "b1", 5);

        // When
        ledger.book(id, List.of(asked, asked, new Outcome.Requested(run.ref(), "b2", 7)));
        ledger.book(id, List.of(asked));

        // Then
        assertThat(records.require(id).requests()).isEqualTo(15);
    }

    @Test
    void savedIsWhatExportingEverythingAnewWouldHaveAskedForBeyond() {
        // Given
        records.cataloged(id, new Plan(300, 250));
        records.published(id);

        // When
        ledger.book(id, List.of(run.unchanged(new SeqRange(1, 299)), run.stored(0)));

        // Then
        assertThat(records.require(id).requestsSaved()).isEqualTo(2 + 50);
    }
}
