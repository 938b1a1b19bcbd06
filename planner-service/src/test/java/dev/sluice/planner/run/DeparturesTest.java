package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.confluence.sites.ScriptedSites;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the report says of pages that are gone. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class DeparturesTest {

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    Exports exports;

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space("1", "ENG");
    private RunId id;
    private Outcomes run;
    private Departures departures;

    @BeforeEach
    void aRunThatRemovesPages() {
        ExportId export = exports.ensure(new ExportRequest(
                "acme",
                "https://acme.example/wiki",
                "file:///srv/" + UUID.randomUUID(),
                List.of(new ScopeRef("spaces", List.of("ENG")))));
        id = records.create(new RunRequest(export, RunPolicy.PRUNING));
        run = new Outcomes(records.order(id).run());
        departures = new Departures(new ScriptedSites(Map.of("acme", confluence)), records);
        records.cataloged(id, new Plan(6, 6));
        records.published(id);
    }

    @Test
    void aPageThatIsNowhereToBeSeenIsInaccessibleAndOneInTheTrashIsDeleted() {
        // Given: the pages 1 to 3, of which 1 is restricted, 2 in the trash and 3 in another space
        confluence.page(eng, "2", null, "Trashed");
        confluence.trash("2");
        confluence.page(confluence.space("2", "OPS"), "3", null, "Moved");
        ledger.book(id, List.of(run.removed(0, false), run.removed(1, false), run.removed(2, false)));

        // When
        departures.explain(run.ref());

        // Then
        assertThat(items())
                .containsExactly(
                        "gone page:1 no permission any more, or deleted for good",
                        "del page:2 in the trash",
                        "del page:3 no longer part of the export");
    }

    @Test
    void filesGoTheWayOfTheirPage() {
        // Given
        ledger.book(id, List.of(run.removed(0, false), file(1, "1"), file(2, "99")));

        // When
        departures.explain(run.ref());

        // Then
        assertThat(items())
                .containsExactly(
                        "gone page:1 no permission any more, or deleted for good",
                        "gone attachment:1/att1 no permission any more, or deleted for good",
                        "del attachment:99/att2 null");
    }

    @Test
    void nothingIsAskedWhenOnlyFilesOrOldPathsWereRemoved() {
        // Given
        confluence.refuse("whereabouts", Category.UNAVAILABLE);
        ledger.book(id, List.of(file(0, "99"), run.removed(1, true)));

        // When
        departures.explain(run.ref());

        // Then
        assertThat(items()).containsExactly("del attachment:99/att0 null", "old page:2 null");
    }

    @Test
    void aSiteInTroubleLeavesTheReportAsItIs() {
        // Given
        confluence.refuse("whereabouts", Category.UNAVAILABLE);
        ledger.book(id, List.of(run.removed(0, false)));

        // When
        departures.explain(run.ref());

        // Then
        assertThat(items()).containsExactly("del page:1 null");
    }

    private Outcome file(int seq, String page) {
        return new Outcome.Removed(
                run.ref(), seq, ResourceKey.attachment(page, "att" + seq), "ENG/_attachments/" + seq, false);
    }

    private List<String> items() {
        return ledger.items(id, -1, 100).stream()
                .map(item -> item.what() + " " + item.resource() + " " + item.detail())
                .toList();
    }
}
