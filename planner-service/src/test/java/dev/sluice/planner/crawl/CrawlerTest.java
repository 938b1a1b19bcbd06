package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.Page;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ScopeRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CrawlerTest {

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space("1", "ENG");

    @Test
    void aSpaceHoldsItsPagesWhetherOrNotTheyHangUnderTheHomePage() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Design");
        confluence.page(eng, "12", null, "Orphan");
        confluence.page(confluence.space("2", "OPS"), "20", null, "Elsewhere");

        // When and then
        assertThat(paths("spaces", "eng")).containsExactly("ENG/Home.md", "ENG/Home/Design.md", "ENG/Orphan.md");
    }

    @Test
    void aSpaceHoldsItsBlogPostsAndTheirFilesBesideThePages() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.blogPost(eng, "11", LocalDate.of(2026, 1, 31), "Home");
        confluence.attachment("11", "att12", "x.png", "x");
        Space other = confluence.space("2", "OPS");
        confluence.blogPost(other, "20", LocalDate.of(2026, 2, 1), "Elsewhere");

        // When
        List<Resource> resources = resources(crawl("spaces", "ENG"))
                .filter(resource -> resource.spaceKey().equals("ENG"))
                .toList();

        // Then
        assertThat(resources)
                .extracting(resource -> resource.key() + " " + resource.path())
                .containsExactly(
                        "page:10 ENG/Home.md",
                        "blogpost:11 ENG/_blog/2026/01/31/Home.md",
                        "attachment:11/att12 ENG/_blog/2026/01/31/Home/_attachments/x.png");
        assertThat(resources.get(2))
                .isInstanceOfSatisfying(
                        AttachmentResource.class,
                        file -> assertThat(file.container()).isEqualTo(ResourceKey.blogPost("11")));
        assertThat(paths("all-spaces")).contains("OPS/_blog/2026/02/01/Elsewhere.md");
    }

    @Test
    void anUnknownSpaceIsNamedAndNothingIsPlanned() {
        assertThatThrownBy(() -> crawl("spaces", "ENG", "NOPE", "GONE"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("GONE, NOPE")
                .hasMessageNotContaining("ENG,");
    }

    @Test
    void anUnknownPageIsNamedAndNothingIsPlanned() {
        // Given
        confluence.page(eng, "10", null, "Home");

        // When and then
        assertThatThrownBy(() -> crawl("pages", "10", "99"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("No page 99:");
        assertThatThrownBy(() -> crawl("pages-with-descendants", "99")).isInstanceOf(PlanException.class);
    }

    @Test
    void aSinglePageLiesUnderTheNamesOfItsAncestorsWhichAreNotExported() {
        // Given
        confluence.page(eng, "10", null, "Root");
        confluence.page(eng, "11", "10", "Middle");
        confluence.page(eng, "12", "11", "Leaf");
        confluence.page(eng, "13", "12", "Below");

        // When and then
        assertThat(paths("pages", "12")).containsExactly("ENG/Root/Middle/Leaf.md");
        assertThat(paths("pages-with-descendants", "12"))
                .containsExactly("ENG/Root/Middle/Leaf.md", "ENG/Root/Middle/Leaf/Below.md");
    }

    @Test
    void anInvisibleParentEndsTheClimb() {
        // Given
        confluence.page(eng, "12", "11", "Leaf");

        // When and then
        assertThat(paths("pages", "12")).containsExactly("ENG/Leaf.md");
    }

    @Test
    @Timeout(10)
    void ancestorsThatAreEachOthersAncestorsEndTheClimb() {
        // Given
        confluence.page(eng, "10", "11", "A");
        confluence.page(eng, "11", "10", "B");
        confluence.page(eng, "12", "11", "Leaf");

        // When and then
        assertThat(paths("pages", "12")).hasSize(1);
    }

    @Test
    void overlappingScopesGiveEachPageOnce() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Design");

        // When
        Crawl crawl = new Crawler(confluence)
                .crawl(List.of(
                        new ScopeRef("spaces", List.of("ENG")),
                        new ScopeRef("pages", List.of("11", "11")),
                        new ScopeRef("pages-with-descendants", List.of("10"))));

        // Then
        assertThat(crawl.pages().exported()).extracting(Page::id).containsExactlyInAnyOrder("10", "11");
    }

    @Test
    void personalSpacesAreExportedOnlyWhenAskedFor() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(confluence.space("2", "~jane"), "20", null, "Mine");

        // When and then
        assertThat(paths("all-spaces")).containsExactly("ENG/Home.md");
        assertThat(paths("all-spaces", "personal")).containsExactly("ENG/Home.md", "~jane/Mine.md");
    }

    @Test
    void onlyAttachmentsOfExportedPagesAreExported() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Design");
        confluence.attachment("10", "att1", "home.png", "1");
        confluence.attachment("11", "att2", "design.png", "2");

        // When and then
        assertThat(paths("pages", "11"))
                .containsExactly("ENG/Home/Design.md", "ENG/Home/Design/_attachments/design.png");
    }

    @Test
    void aSpaceThatListingsDescribeDifferentlyIsStillOneFolder() {
        // Given
        Space renamed = new Space(eng.id(), eng.key(), "Engineering", "10");
        confluence.page(eng, "10", null, "Home");
        confluence.page(renamed, "11", "10", "Design");

        // When and then
        assertThat(paths("pages", "10", "11")).containsExactly("ENG/Home.md", "ENG/Design.md");
    }

    @Test
    void anEmptySpaceIsACompleteListingOfNothing() {
        assertThat(paths("spaces", "ENG")).isEmpty();
    }

    @Test
    void theOrderOfResourcesDependsOnTheSiteAlone() {
        // Given
        List<Integer> ids = new java.util.ArrayList<>(
                Stream.iterate(5, id -> id + 7).limit(60).toList());
        List<String> first = null;
        Random random = new Random(7);

        // When and then
        for (int round = 0; round < 4; round++) {
            Collections.shuffle(ids, random);
            ScriptedConfluence site = new ScriptedConfluence();
            Space space = site.space("1", "ENG");
            ids.forEach(id -> site.page(space, "" + id, null, "Same title"));
            ids.forEach(id -> site.attachment("" + id, "att" + id, "x.png", ""));
            List<String> keys = resources(new Crawler(site).crawl(List.of(new ScopeRef("all-spaces", List.of()))))
                    .map(resource -> resource.key() + " " + resource.path())
                    .toList();
            assertThat(keys)
                    .startsWith("page:5 ENG/Same title.md", "attachment:5/att5 ENG/Same title/_attachments/x.png")
                    .containsSubsequence(
                            "attachment:5/att5 ENG/Same title/_attachments/x.png", "page:12 ENG/Same title (12).md")
                    .hasSize(120);
            assertThat(first == null ? keys : first).isEqualTo(keys);
            first = keys;
        }
    }

    @Test
    void aPageKeepsWhatTheListingSaysOfIt() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Design");

        // When
        List<Resource> resources = resources(crawl("pages", "11")).toList();

        // Then
        PageResource page = (PageResource) resources.getFirst();
        assertThat(page.parent()).hasToString("page:10");
        assertThat(page.status()).isEqualTo("current");
        assertThat(page.version().createdAt()).isEqualTo(ScriptedConfluence.NOON);
        assertThat(page.webUrl()).isEqualTo("https://acme.example/wiki/11");
    }

    private Crawl crawl(String command, String... args) {
        return new Crawler(confluence).crawl(List.of(new ScopeRef(command, List.of(args))));
    }

    private List<String> paths(String command, String... args) {
        return resources(crawl(command, args)).map(Resource::path).toList();
    }

    private static Stream<Resource> resources(Crawl crawl) {
        return Resources.of(crawl);
    }
}
