package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Manifest and catalog are compared again when the follow-ups of a comparison may give it something to find. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class ComparedAgainTest {

    private static final List<ScopeRef> SCOPES = List.of(new ScopeRef("spaces", List.of("ENG")));

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    Exports exports;

    private RunId id;
    private Outcomes run;

    @BeforeEach
    void aRunOfFourResources() {
        ExportId export = exports.ensure(
                new ExportRequest("acme", "https://acme.example/wiki", "file:///srv/" + UUID.randomUUID(), SCOPES));
        id = records.create(new RunRequest(export, RunPolicy.PRUNING));
        run = new Outcomes(records.order(id).run());
        records.cataloged(id, new Plan(4, 4));
        records.published(id);
    }

    @Test
    void followUpsThatAskForItAreFollowedByAnotherComparison() {
        // Given
        listedIsStored();

        // When and then
        ledger.book(id, List.of(found(4, 1, true)));
        assertThat(ledger.book(id, List.of(run.stored(4)))).hasValue(closing(5, 5));
        ledger.book(id, List.of(found(4, 1, true)));
        assertThat(records.require(id).state())
                .as("after the first answer, again")
                .isEqualTo(RunState.CLOSING);
        ledger.book(id, List.of(found(5, 1, false)));
        assertThat(ledger.book(id, List.of(run.stored(5)))).hasValue(sealing(6));
    }

    @Test
    void aRunDoesNotCompareForEver() {
        listedIsStored();
        int first = 4;
        while (records.require(id).state() == RunState.CLOSING && first < 40) {
            ledger.book(id, List.of(found(first, 1, true)));
            ledger.book(id, List.of(run.stored(first)));
            first++;
        }

        assertThat(records.require(id).state()).isEqualTo(RunState.SEALING);
        assertThat(first).isEqualTo(10);
    }

    @Test
    void followUpsThatShowTheFirstImagesOfTheExportAreFollowedByAnotherComparison() {
        listedIsStored();
        // the outcome of a follow-up may come before the statement how many there are
        ledger.book(id, List.of(run.showing(4)));
        assertThat(ledger.book(id, List.of(found(4, 1, false)))).hasValue(closing(5, 5));
    }

    @Test
    void whatIsSkippedIsSettledListedAndNoFailure() {
        // Given
        Outcome skipped =
                new Outcome.Skipped(run.ref(), 3, ResourceKey.image("https://img.example/a"), "a", "It is no picture.");

        // When
        ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), skipped));

        // Then
        RunView view = records.require(id);
        assertThat(view.state()).isEqualTo(RunState.CLOSING);
        assertThat(view.skipped()).isEqualTo(1);
        assertThat(view.failed()).isZero();
        assertThat(ledger.items(id, 2, 9))
                .singleElement()
                .satisfies(item -> assertThat(item.what() + item.detail()).isEqualTo("skipIt is no picture."));
    }

    @Test
    void whatAnEarlierComparisonFoundAndRemovedCountsAsVanished() {
        listedIsStored();
        ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), 4, 2, 2, 0, true)));
        ledger.book(id, List.of(run.removed(4, false), run.removed(5, false)));

        ledger.book(id, List.of(new Outcome.FollowUps(run.ref(), 6, 1, 1, 0)));

        assertThat(records.require(id).vanished()).isEqualTo(3);
    }

    private void listedIsStored() {
        ledger.book(id, List.of(run.stored(0), run.stored(1), run.stored(2), run.stored(3)));
    }

    private Outcome found(int first, int count, boolean again) {
        return new Outcome.FollowUps(run.ref(), first, count, 0, 0, again);
    }

    private Step closing(int resources, int recorded) {
        return new Step.Publish(new RunEvent.Closing(run.ref(), resources, recorded, true, false));
    }

    private Step sealing(int recorded) {
        return new Step.Publish(
                new RunEvent.Sealing(run.ref(), recorded, new ExportHeader("https://acme.example/wiki", SCOPES)));
    }
}
