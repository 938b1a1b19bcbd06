package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
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

/** What fails is tried once more in the same run, and counts by how the second try ends. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class RetryTest {

    private static final List<ScopeRef> SCOPES = List.of(new ScopeRef("spaces", List.of("ENG")));

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
    void aRunOfFourResources() {
        ExportId export = exports.ensure(new ExportRequest(
                "acme", "https://acme.example/wiki", folder.toUri().toString(), SCOPES));
        id = records.create(new RunRequest(export, RunPolicy.PRUNING));
        run = new Outcomes(records.order(id).run());
        records.cataloged(id, new Plan(4, 4));
        records.published(id);
    }

    @Test
    void whatFailsIsTriedAgainUnderANewNumberBeforeTheRunCloses() {
        // When and then
        assertThat(ledger.book(id, List.of(run.stored(0), unavailable(1), run.stored(2), unavailable(3))))
                .hasValue(new Step.Retry(run.ref(), 4));
        assertThat(records.retried(id, 4)).containsExactly(1, 3);
        records.retriesPublished(id);
        assertThat(ledger.book(id, List.of(run.stored(4)))).isEmpty();
        assertThat(ledger.book(id, List.of(run.stored(5)))).hasValue(closing(6, 4));
        assertThat(ledger.book(id, List.of(followUps(6, 0)))).hasValue(sealing(4));
        assertThat(counts()).containsExactly(4, 0, 2);
        assertThat(ledger.items(id, -1, 10))
                .extracting(LedgerItem::what)
                .filteredOn("retried"::equals)
                .hasSize(2);
    }

    @Test
    void whatFailsTwiceIsListedAndLeavesTheRunIncomplete() {
        // Given
        ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), unavailable(3)));
        records.retriesPublished(id);

        // When and then
        assertThat(ledger.book(id, List.of(unavailable(4)))).hasValue(closing(5, 3));
        assertThat(ledger.book(id, List.of(followUps(5, 0)))).hasValue(new Step.Finish(run.ref(), RunState.INCOMPLETE));
        assertThat(ledger.failures(id, 10)).extracting(LedgerItem::seq).containsExactly(4);
        assertThat(counts()).containsExactly(3, 1, 1);
    }

    @Test
    void whatCannotBeMendedByTryingAgainIsNotTriedAgain() {
        // When and then
        assertThat(ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), run.failed(3))))
                .hasValue(closing(4, 3));
        assertThat(ledger.book(id, List.of(followUps(4, 0)))).hasValue(new Step.Finish(run.ref(), RunState.INCOMPLETE));
        assertThat(counts()).containsExactly(3, 1, 0);
    }

    @Test
    void aPlannerThatDiedBeforePublishingTheRetriesPublishesThemUnderTheSameNumbers() {
        // Given
        List<Outcome> batch = List.of(run.stored(0), run.stored(1), run.stored(2), unavailable(3));
        ledger.book(id, batch);

        // When and then
        assertThat(records.pending(id)).hasValue(new Step.Retry(run.ref(), 4));
        assertThat(ledger.book(id, batch)).hasValue(new Step.Retry(run.ref(), 4));
        assertThat(records.retried(id, 4)).containsExactly(3);
    }

    @Test
    void outcomesThatAreDeliveredAgainPublishNothingAgain() {
        // Given
        List<Outcome> batch = List.of(run.stored(0), run.stored(1), run.stored(2), unavailable(3));
        ledger.book(id, batch);
        records.retriesPublished(id);

        // When and then
        assertThat(ledger.book(id, batch)).isEmpty();
        assertThat(records.pending(id)).isEmpty();
        assertThat(counts()).containsExactly(3, 0, 1);
    }

    @Test
    void aLateOutcomeOfTheFirstTryChangesNothing() {
        // Given
        ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), unavailable(3)));
        records.retriesPublished(id);

        // When
        ledger.book(id, List.of(run.stored(3), unavailable(3)));

        // Then
        assertThat(records.require(id).settled()).isEqualTo(4);
        assertThat(counts()).containsExactly(3, 0, 1);
    }

    @Test
    void followUpsThatFailAreFoundAgainByASecondComparison() {
        // Given
        ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), run.stored(3)));
        ledger.book(id, List.of(followUps(4, 2)));

        // When and then
        assertThat(ledger.book(id, List.of(run.removed(4, false), run.failed(5))))
                .hasValue(closing(6, 5));
        ledger.book(id, List.of(followUps(4, 2)));
        assertThat(records.require(id).state())
                .as("after the first answer, again")
                .isEqualTo(RunState.CLOSING);
        assertThat(ledger.book(id, List.of(followUps(6, 1)))).isEmpty();
        assertThat(ledger.book(id, List.of(run.removed(6, false)))).hasValue(sealing(6));
        assertThat(counts()).containsExactly(4, 0, 1);
    }

    @Test
    void followUpsThatFailTwiceLeaveTheRunIncomplete() {
        // Given
        ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), run.stored(3)));
        ledger.book(id, List.of(followUps(4, 1)));
        ledger.book(id, List.of(unavailable(4)));
        ledger.book(id, List.of(followUps(5, 1)));

        // When and then
        assertThat(ledger.book(id, List.of(unavailable(5)))).hasValue(new Step.Finish(run.ref(), RunState.INCOMPLETE));
        assertThat(ledger.failures(id, 10)).extracting(LedgerItem::seq).containsExactly(5);
    }

    private Outcome unavailable(int seq) {
        return run.failed(seq, FailureCategory.UNAVAILABLE);
    }

    private Outcome followUps(int first, int count) {
        return new Outcome.FollowUps(run.ref(), first, count, 0, 0);
    }

    /** Stored, failed and tried again. */
    private List<Integer> counts() {
        RunView view = records.require(id);
        return List.of(view.stored(), view.failed(), view.retried());
    }

    private Step closing(int resources, int recorded) {
        return new Step.Publish(new RunEvent.Closing(run.ref(), resources, recorded, true, false));
    }

    private Step sealing(int recorded) {
        return new Step.Publish(
                new RunEvent.Sealing(run.ref(), recorded, new ExportHeader("https://acme.example/wiki", SCOPES)));
    }
}
