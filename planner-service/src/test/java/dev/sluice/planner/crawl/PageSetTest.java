package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.confluence.WantedPages;
import dev.sluice.planner.path.IdOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageSetTest {

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space("1", "ENG");
    private final Space ops = confluence.space("2", "OPS");
    private final PageSet pages = new PageSet();

    @AfterEach
    void giveBackTheDisk() {
        pages.close();
    }

    @Test
    void ofAPageThatIsListedTwiceTheLaterListingCounts() {
        // Given
        Attachment before = confluence.attachment("10", "att1", "before.png", "x");
        Attachment after = confluence.attachment("10", "att2", "after.png", "x");
        pages.export(confluence.page(eng, "10", null, "Before").with(List.of(before)));

        // When
        pages.export(confluence.page(ops, "10", null, "After").with(List.of(after)));

        // Then
        assertThat(pages.size()).isEqualTo(1);
        assertThat(pages.exported()).extracting(Page::title).containsExactly("After");
        assertThat(pages.files()).extracting(ListedFile::id).containsExactly("att2");
        assertThat(pages.roots().values()).extracting(root -> root.key()).containsExactly("OPS");
    }

    @Test
    void anAttachmentThatIsListedTwiceIsGivenOnce() {
        // Given
        pages.export(confluence.page(eng, "10", null, "Home"));
        Attachment file = confluence.attachment("10", "att1", "x.png", "x");

        // When
        pages.add(file);
        pages.add(file);

        // Then
        assertThat(pages.files()).extracting(ListedFile::file).containsExactly(file);
    }

    @Test
    void moreThanMemoryIsToHoldComesBackByTheirSpacesAndIds() {
        // Given
        List<Page> listed = new ArrayList<>();
        for (int id = 1; id <= 5_000; id++) {
            listed.add(confluence.page(id % 2 == 0 ? eng : ops, "" + id, id > 10 ? "" + id / 10 : null, "Page " + id));
        }
        Collections.shuffle(listed, new Random(5));

        // When
        listed.forEach(pages::export);

        // Then
        listed.sort(Comparator.<Page, String>comparing(page -> page.space().key())
                .thenComparing(Page::id, IdOrder.NUMERIC));
        assertThat(pages.exported()).isEqualTo(listed);
        assertThat(pages.missingParents()).isEmpty();
    }

    @Test
    void onlyPagesWhoseListingBroughtNoAttachmentsAlongAreAskedForThem() {
        // Given
        pages.export(confluence.page(eng, "10", null, "With").with(List.of()));
        pages.export(confluence.page(eng, "11", null, "Without"));
        confluence.archive("11");
        pages.export(confluence.pages(List.of("11")).getFirst());

        // When
        WantedPages wanted = pages.withoutFiles();

        // Then
        assertThat(wanted.size()).isEqualTo(1);
        assertThat(wanted.contains("10")).isFalse();
        assertThat(wanted.contains("99")).isFalse();
        assertThat(wanted.isArchived("11")).isTrue();
        assertThat(wanted.anyArchived()).isTrue();
        assertThat(wanted.stream()).extracting(Page::id).containsExactly("11");
        assertThat(pages.all().size()).isEqualTo(2);
    }

    @Test
    void theSpaceIsDescribedByTheLowestPageThatKnowsItsHomePageWhateverTheOrder() {
        // Given
        List<Page> listed = new ArrayList<>(List.of(
                confluence.page(eng, "10", null, "A"),
                confluence.page(new Space("1", "ENG", "Engineering", "12"), "12", null, "B"),
                confluence.page(new Space("1", "ENG", "Other", "11"), "13", null, "C")));

        // When and then
        for (int round = 0; round < 6; round++) {
            Collections.shuffle(listed, new Random(round));
            try (PageSet some = new PageSet()) {
                listed.forEach(some::export);
                assertThat(some.roots().values())
                        .extracting(root -> root.homepageId())
                        .containsExactly("12");
            }
        }
    }
}
