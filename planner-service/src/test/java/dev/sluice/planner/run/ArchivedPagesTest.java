package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a listing says beyond its resources, as the run keeps it. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class ArchivedPagesTest {

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    Exports exports;

    @Test
    void theRemovalOfWhatWasArchivedIsReportedAsThat() {
        // Given
        RunId id = newRun(RunPolicy.PRUNING);
        records.cataloged(id, new Plan(3, 3, Set.of("2", "77"), false, null));
        Outcomes run = new Outcomes(records.order(id).run());

        // When
        ledger.book(id, List.of(run.removed(0, false), run.removed(1, false), run.removed(2, true)));

        // Then
        assertThat(ledger.items(id, -1, 10))
                .extracting(item -> item.resource() + " " + item.what() + " " + item.detail())
                .containsExactly("page:1 del null", "page:2 del archived", "page:3 old null");
    }

    @Test
    void aQuickRunRemovesNothingAndSaysWhatItDidNotLookAt() {
        // Given
        RunPolicy quickly = new RunPolicy(true, false, false, false, false, false, true);
        RunId quick = newRun(quickly);
        RunId full = newRun(quickly);

        // When
        records.cataloged(quick, new Plan(0, 0, Set.of(), true, "Quick."));
        records.cataloged(full, new Plan(0, 0, Set.of(), false, "Everything."));

        // Then
        assertThat(records.order(quick).quick()).isTrue();
        assertThat(records.require(quick).message()).isEqualTo("Quick.");
        assertThat(records.published(quick).map(Step::toString).orElse("")).contains("prune=false");
        assertThat(records.published(full).map(Step::toString).orElse("")).contains("prune=true");
    }

    private RunId newRun(RunPolicy policy) {
        return records.create(new RunRequest(
                exports.ensure(new ExportRequest(
                        "acme",
                        "https://acme.example/wiki",
                        "file:///srv/" + UUID.randomUUID(),
                        List.of(new ScopeRef("spaces", List.of("ENG"))))),
                policy));
    }
}
