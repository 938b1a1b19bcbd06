package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.Container;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ScopeRef;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages a scope holds, and where they lie. */
class CoverageTest {

    private static final String SCOPED = "type in (page, blogpost) and space in (\"ENG\") and ";

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space(new Space("1", "ENG", "Engineering", "10"));

    @Test
    void foldersAndTheLikeArePartsOfThePath() {
        // Given
        confluence.page(eng, "10", null, "Home");
        Container folder = confluence.show(new Container("20", "1", "Teams", "10", "page"), "folder");
        Container base = confluence.show(new Container("21", "1", "Base", "20", "folder"), "database");
        confluence.pageIn(folder, "folder", "30", "Red");
        confluence.pageIn(base, "database", "31", "Blue");

        // When
        List<Resource> resources = crawl("spaces", "ENG");

        // Then
        assertThat(resources)
                .extracting(Resource::path)
                .containsExactly("ENG/Home.md", "ENG/Teams/Red.md", "ENG/Teams/Base/Blue.md");
        assertThat(resources.getLast())
                .isInstanceOfSatisfying(
                        PageResource.class,
                        page -> assertThat(page.ancestors()).containsExactly("Home", "Teams", "Base"));
    }

    @Test
    void aPageInAFolderThatNobodyMaySeeLiesAtTheTop() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.pageIn(new Container("20", "1", "Secret", "10", "page"), "folder", "30", "Red");

        // When and then
        assertThat(crawl("spaces", "ENG")).extracting(Resource::path).containsExactly("ENG/Home.md", "ENG/Red.md");
    }

    @Test
    void archivedPagesAreExportedOnlyWhenAskedFor() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Old");
        confluence.archive("11");

        // When
        Crawl without = new Crawler(confluence).crawl(List.of(new ScopeRef("spaces", List.of("ENG"))));
        Crawl with = new Crawler(confluence).crawl(List.of(new ScopeRef("spaces", List.of("ENG", "--archived"))));

        // Then
        assertThat(without.pages().exported()).extracting(page -> page.id()).containsExactly("10");
        assertThat(without.pages().archived()).containsExactly("11");
        assertThat(with.pages().exported()).extracting(page -> page.id()).containsExactly("10", "11");
        assertThat(with.pages().archived()).isEmpty();
    }

    @Test
    void archivedSpacesAreExportedWhenNamedOrAskedFor() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.archive(eng);

        // When and then
        assertThat(crawl("spaces", "ENG")).hasSize(1);
        assertThat(crawl("all-spaces")).isEmpty();
        assertThat(crawl("all-spaces", "--archived")).hasSize(1);
    }

    @Test
    void labelsAndAQuerySelectAmongThePagesOfTheScope() {
        // Given
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Red");
        confluence.page(eng, "12", "11", "Blue");
        confluence.blogPost(eng, "13", LocalDate.of(2026, 1, 31), "News");
        confluence.attachment("11", "att1", "x.png", "x");
        confluence.attachment("12", "att2", "y.png", "y");
        confluence.found(SCOPED + "label in (\"a\", \"b \\\"c\\\"\") and (title ~ x)", "12", "13", "99");
        confluence.found(SCOPED + "label in (\"old\")", "13");

        // When
        List<Resource> resources =
                crawl("spaces", "ENG", "--label=b \"c\"", "--label=a", "--exclude-label=old", "--cql=title ~ x");

        // Then
        assertThat(resources)
                .extracting(Resource::path)
                .containsExactly("ENG/Red/Blue.md", "ENG/Red/Blue/_attachments/y.png");
    }

    @Test
    void aPageThatIsNotSelectedTakesNoNameFromOneThatIs() {
        // Given
        confluence.page(eng, "10", null, "Plan");
        confluence.page(eng, "11", null, "PLAN");
        confluence.found(SCOPED + "label in (\"a\")", "11");

        // When and then
        assertThat(crawl("spaces", "ENG", "--label=a"))
                .extracting(Resource::path)
                .containsExactly("ENG/PLAN.md");
    }

    @Test
    void aQueryThatConfluenceDoesNotUnderstandIsShown() {
        assertThatThrownBy(() -> crawl("spaces", "ENG", "--cql=label ="))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("(label =)")
                .hasMessageContaining("Correct --cql");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10;11;12", "2, 10;11;12;13", "9, 10;11;12;13"})
    void theDepthLimitsWhatIsBelowAPage(int depth, String ids) {
        // Given
        confluence.page(eng, "10", null, "Root");
        confluence.page(eng, "11", "10", "A");
        confluence.page(eng, "12", "10", "B");
        confluence.page(eng, "13", "12", "C");

        // When and then
        assertThat(crawl("pages-with-descendants", "10", "--depth=" + depth))
                .extracting(resource -> resource.key().id())
                .containsExactly(ids.split(";", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "EGN, Did you mean ENG (Engineering)?",
        "engineering, Did you mean ENG (Engineering)?",
        "OPZ, Did you mean OPS (Operations)?",
        "EN, Did you mean ENG (Engineering)?"
    })
    void aSpaceThatIsNotThereIsAnsweredWithSimilarOnes(String key, String sentence) {
        // Given
        confluence.space(new Space("2", "OPS", "Operations", null));

        // When and then
        assertThatThrownBy(() -> crawl("spaces", key))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("No space " + key)
                .hasMessageContaining(sentence);
    }

    @Test
    void nothingSimilarIsNotMadeUp() {
        assertThatThrownBy(() -> crawl("spaces", "ZZZZZZ"))
                .isInstanceOf(PlanException.class)
                .hasMessageNotContaining("Did you mean");
    }

    private List<Resource> crawl(String command, String... arguments) {
        Crawl crawl = new Crawler(confluence).crawl(List.of(new ScopeRef(command, List.of(arguments))));
        return Resources.of(crawl).toList();
    }
}
