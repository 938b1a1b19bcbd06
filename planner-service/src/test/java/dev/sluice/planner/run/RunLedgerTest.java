package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Stage;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of a run and what moves it from one to the next, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class RunLedgerTest {

    private static final List<ScopeRef> SCOPES = List.of(new ScopeRef("spaces", List.of("ENG")));

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    Exports exports;

    private ExportId export;

    @TempDir
    Path folder;

    private RunId id;
    private Outcomes run;

    @BeforeEach
    void aNewRunOfANewExport() {
        export = exports.ensure(new ExportRequest(
                "acme", "https://acme.example/wiki", folder.toUri().toString(), SCOPES));
        id = records.create(new RunRequest(export, RunPolicy.PRUNING));
        run = new Outcomes(records.order(id).run());
    }

    @Test
    void aRunGoesFromItsRequestToItsEnd() {
        // Given
        assertThat(state()).isEqualTo(RunState.PLANNING);
        records.cataloged(id, new Plan(3, 3));
        assertThat(state()).isEqualTo(RunState.PUBLISHING);

        // When and then
        assertThat(records.published(id)).isEmpty();
        assertThat(state()).isEqualTo(RunState.RUNNING);
        assertThat(ledger.book(id, List.of(run.unchanged(new SeqRange(0, 1))))).isEmpty();
        assertThat(ledger.book(id, List.of(run.stored(2)))).hasValue(closing(3, 1));
        assertThat(ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), null, 1, 1, 0))))
                .isEmpty();
        assertThat(state()).isEqualTo(RunState.FOLLOWING_UP);
        assertThat(ledger.book(id, List.of(run.removed(3, false)))).hasValue(sealing(2));
        assertThat(ledger.book(id, List.of(new Outcome.SnapshotWritten(run.ref(), 5, 2))))
                .hasValue(new Step.Finish(run.ref(), RunState.SUCCEEDED));
        assertThat(records.require(id).unhandledMacros()).isEqualTo(5);
    }

    @Test
    void aRunWithNothingToDoClosesAtOnce() {
        // Given
        records.cataloged(id, new Plan(0, 0));

        // When and then
        assertThat(records.published(id)).hasValue(closing(0, 0));
        assertThat(ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), null, 0, 0, 0))))
                .hasValue(sealing(0));
    }

    @Test
    void outcomesThatArriveWhileDescriptorsAreStillPublishedCount() {
        // Given
        records.cataloged(id, new Plan(2, 2));

        // When and then
        assertThat(ledger.book(id, List.of(run.stored(0), run.stored(1)))).isEmpty();
        assertThat(records.published(id)).hasValue(closing(2, 2));
    }

    @Test
    void outcomesOfFollowUpsMayArriveBeforeTheirNumberIsKnown() {
        // Given
        running(1);
        ledger.book(id, List.of(run.stored(0)));

        // When and then
        assertThat(ledger.book(id, List.of(run.stored(1), run.removed(2, false))))
                .isEmpty();
        assertThat(ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), null, 2, 1, 0))))
                .hasValue(sealing(3));
    }

    @Test
    void aBatchThatIsDeliveredAgainGivesItsStepAgainBecauseItMayNotHaveBeenTaken() {
        // Given
        running(1);
        List<Outcome> batch = List.of(run.stored(0));
        assertThat(ledger.book(id, batch)).hasValue(closing(1, 1));

        // When and then
        assertThat(ledger.book(id, batch)).hasValue(closing(1, 1));
    }

    @Test
    void whatIsDeliveredTwiceTakesNoStepTwice() {
        // Given
        running(1);
        List<Outcome> outcomes = List.of(run.stored(0));
        ledger.book(id, outcomes);
        Outcome followUps = new Outcome.FollowUps(run.ref(), null, 2, 0, 0);
        ledger.book(id, List.of(followUps));

        // When and then
        assertThat(ledger.book(id, outcomes)).isEmpty();
        assertThat(ledger.book(id, List.of(followUps))).isEmpty();
        assertThat(records.require(id).resources()).isEqualTo(3);
        assertThat(records.require(id).stored()).isEqualTo(1);
    }

    @Test
    void aRestartedPlannerTakesThePendingStepAgain() {
        // Given
        running(1);

        // When and then
        assertThat(records.pending(id)).isEmpty();
        ledger.book(id, List.of(run.failed(0)));
        assertThat(records.pending(id)).hasValue(closing(1, 0));
        assertThat(records.pending(id)).hasValue(closing(1, 0));
        ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), null, 0, 0, 0)));
        assertThat(records.pending(id)).hasValue(new Step.Finish(run.ref(), RunState.INCOMPLETE));
        records.end(id, RunState.INCOMPLETE);
        assertThat(records.pending(id)).isEmpty();
    }

    @Test
    void aRestartedPlannerSealsAgain() {
        // Given
        running(1);
        ledger.book(id, List.of(run.stored(0)));
        ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), null, 0, 0, 0)));

        // When and then
        assertThat(records.pending(id)).hasValue(sealing(1));
    }

    @Test
    void outcomesThatAreBookedSideBySideAllCountAndOneOfThemClosesTheRun() {
        // Given
        running(400);

        // When
        List<Optional<Step>> steps;
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Optional<Step>>> booked = IntStream.range(0, 40)
                    .mapToObj(batch -> CompletableFuture.supplyAsync(() -> ledger.book(id, stored(batch)), replicas))
                    .toList();
            steps = booked.stream().map(CompletableFuture::join).toList();
        }

        // Then
        assertThat(records.require(id).settled()).isEqualTo(400);
        assertThat(records.require(id).stored()).isEqualTo(400);
        assertThat(steps.stream().flatMap(Optional::stream)).containsExactly(closing(400, 400));
    }

    @Test
    void outcomesAfterTheEndAreIgnored() {
        // Given
        running(2);
        records.end(id, RunState.INTERRUPTED);

        // When and then
        assertThat(ledger.book(id, List.of(run.stored(0), run.stored(1)))).isEmpty();
        assertThat(records.require(id).settled()).isZero();
        assertThat(state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void outcomesOfUnknownRunsAreIgnored() {
        assertThat(ledger.book(new RunId(UUID.randomUUID().toString()), List.of(run.stored(0))))
                .isEmpty();
    }

    @Test
    void planningThatIsLateDoesNotReviveARunThatIsOver() {
        // Given
        records.end(id, RunState.INTERRUPTED);

        // When
        records.cataloged(id, new Plan(5, 5));
        records.published(id);
        records.fail(id, FailureCategory.UNAVAILABLE, "No answer.");

        // Then
        assertThat(state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(records.pending(id)).isEmpty();
    }

    @Test
    void aRunThatCannotBePlannedSaysWhy() {
        // When
        records.fail(id, FailureCategory.NOT_AUTHORISED, "Confluence does not accept the token.");

        // Then
        RunView view = records.require(id);
        assertThat(view.state()).isEqualTo(RunState.FAILED);
        assertThat(view.failure()).isEqualTo(FailureCategory.NOT_AUTHORISED);
        assertThat(view.message()).isEqualTo("Confluence does not accept the token.");
        assertThat(view.endedAt()).isNotNull();
    }

    @Test
    void aSecondRunOfTheExportIsRefusedUntilTheFirstIsOver() {
        // Given
        RunRequest again = new RunRequest(export, RunPolicy.PLAIN);

        // When and then
        assertThatThrownBy(() -> records.create(again))
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining(id.value());
        records.end(id, RunState.INTERRUPTED);
        assertThat(records.create(again)).isNotEqualTo(id);
    }

    @Test
    void saysWhichNumbersHaveNoOutcomeAndWhatBecameOfTheOthers() {
        // Given
        running(6);
        ledger.book(id, List.of(run.unchanged(new SeqRange(1, 2)), run.failed(4)));
        ledger.book(id, List.of(run.exported(0, ChangeReason.LINKS, Effect.STORED)));

        // When and then
        assertThat(ledger.open(id, 10)).containsExactly(3, 5);
        assertThat(ledger.open(id, 1)).containsExactly(3);
        assertThat(ledger.items(id, -1, 10))
                .containsExactly(
                        new LedgerItem(0, "page:1", "mod", "ENG/T0.md", "links"),
                        new LedgerItem(
                                4, "page:5", "fail", "ENG/T4.md", "No answer.", Stage.FETCH, FailureCategory.INTERNAL));
        assertThat(ledger.items(id, 0, 10)).extracting(LedgerItem::seq).containsExactly(4);
    }

    private void running(int resources) {
        records.cataloged(id, new Plan(resources, resources));
        records.published(id);
    }

    private List<Outcome> stored(int batch) {
        return IntStream.range(batch * 10, batch * 10 + 10)
                .mapToObj(run::stored)
                .toList();
    }

    private RunState state() {
        return records.require(id).state();
    }

    private Step closing(int resources, int recorded) {
        return new Step.Publish(new RunEvent.Closing(run.ref(), resources, recorded, true, false));
    }

    private Step sealing(int recorded) {
        return new Step.Publish(
                new RunEvent.Sealing(run.ref(), recorded, new ExportHeader("https://acme.example/wiki", SCOPES)));
    }
}
