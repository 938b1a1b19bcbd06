package dev.sluice.planner.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPlanTest {

    @Test
    void childrenLieInAFolderOfTheirParentsNameBesideIt() {
        // Given
        PathPlan plan = plan(
                null,
                new TreeNode("1", null, "Architecture"),
                new TreeNode("2", "1", "Design"),
                new TreeNode("3", "2", "Plan"));

        // When and then
        assertThat(plan.page("1")).isEqualTo("ENG/Architecture.md");
        assertThat(plan.page("2")).isEqualTo("ENG/Architecture/Design.md");
        assertThat(plan.page("3")).isEqualTo("ENG/Architecture/Design/Plan.md");
        assertThat(plan.attachment("2", "att9", "x.png")).isEqualTo("ENG/Architecture/Design/_attachments/x.png");
    }

    @Test
    void theHomePageIsNoPartOfItsChildrensPaths() {
        // Given
        PathPlan plan = plan("1", new TreeNode("1", null, "Home"), new TreeNode("2", "1", "Design"));

        // When and then
        assertThat(plan.page("1")).isEqualTo("ENG/Home.md");
        assertThat(plan.page("2")).isEqualTo("ENG/Design.md");
    }

    @Test
    void aBlogPostLiesInTheFolderOfItsDay() {
        // Given
        LocalDate day = LocalDate.of(2026, 1, 31);
        PathPlan plan = PathPlan.of(List.of(new SpaceTree(
                "1",
                "ENG",
                "Engineering",
                null,
                List.of(new TreeNode("1", null, "News"), new TreeNode("2", null, "_blog")),
                List.of(
                        new BlogPostNode("9", day, "news"),
                        new BlogPostNode("5", day, "News"),
                        new BlogPostNode("7", day.plusDays(1), "News")))));

        // When and then
        assertThat(plan.page("1")).isEqualTo("ENG/News.md");
        assertThat(plan.page("2")).isEqualTo("ENG/_blog_.md");
        assertThat(plan.page("5")).isEqualTo("ENG/_blog/2026/01/31/News.md");
        assertThat(plan.page("9")).isEqualTo("ENG/_blog/2026/01/31/news (9).md");
        assertThat(plan.page("7")).isEqualTo("ENG/_blog/2026/02/01/News.md");
        assertThat(plan.attachment("5", "att9", "x.png")).isEqualTo("ENG/_blog/2026/01/31/News/_attachments/x.png");
    }

    @Test
    void whereNamesCollideTheLowestIdKeepsThePlainOne() {
        // Given
        PathPlan plan = plan(
                null,
                new TreeNode("10", null, "DESIGN"),
                new TreeNode("9", null, "Design"),
                new TreeNode("11", null, "design"));

        // When and then
        assertThat(plan.page("9")).isEqualTo("ENG/Design.md");
        assertThat(plan.page("10")).isEqualTo("ENG/DESIGN (10).md");
        assertThat(plan.page("11")).isEqualTo("ENG/design (11).md");
    }

    @Test
    void aTitleThatLooksLikeAPlainOneWithAnIdIsToldApartToo() {
        // Given
        PathPlan plan = plan(
                null,
                new TreeNode("1", null, "A"),
                new TreeNode("2", null, "a"),
                new TreeNode("3", null, "A (2)"),
                new TreeNode("5", null, "A (4)"),
                new TreeNode("4", "1", "A (4)"));

        // When and then
        assertThat(plan.page("2")).isEqualTo("ENG/a (2).md");
        assertThat(plan.page("3")).isEqualTo("ENG/A (2) (3).md");
        assertThat(plan.page("5")).isEqualTo("ENG/A (4).md");
        assertThat(plan.page("4")).isEqualTo("ENG/A/A (4).md");
    }

    @Test
    void attachmentsOfOneNameAreToldApartByTheirIdsBeforeTheExtension() {
        // Given
        PathPlan plan = plan(null, new TreeNode("1", null, "A"));

        // When and then
        assertThat(plan.attachment("1", "att1", "x.png")).isEqualTo("ENG/A/_attachments/x.png");
        assertThat(plan.attachment("1", "att2", "X.PNG")).isEqualTo("ENG/A/_attachments/X (att2).PNG");
    }

    @Test
    void aPageThatIsNotInTheTreeHasNoPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(null).page("1"));
    }

    @Test
    void pagesThatAreEachOthersAncestorsLieAtTheTop() {
        // Given
        PathPlan plan = plan(
                null, new TreeNode("1", "2", "A"), new TreeNode("2", "1", "B"), new TreeNode("3", "3", "Own parent"));

        // When and then
        assertThat(List.of(plan.page("1"), plan.page("2"), plan.page("3")))
                .containsExactly("ENG/A.md", "ENG/B.md", "ENG/Own parent.md");
    }

    @Test
    void spacesWhoseKeysDifferInCaseOnlyAreToldApart() {
        // Given
        PathPlan plan = PathPlan.of(List.of(
                new SpaceTree("2", "eng", null, List.of(new TreeNode("20", null, "A"))),
                new SpaceTree("1", "ENG", null, List.of(new TreeNode("10", null, "A")))));

        // When and then
        assertThat(plan.page("10")).isEqualTo("ENG/A.md");
        assertThat(plan.page("20")).isEqualTo("eng (2)/A.md");
    }

    @Test
    void aTreeTooDeepForAPathKeepsItsPagesAndAttachmentsApartById() {
        // Given
        List<TreeNode> chain = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            chain.add(new TreeNode("" + i, i == 1 ? null : "" + (i - 1), "level " + "x".repeat(150)));
        }
        PathPlan plan = plan(null, chain.toArray(TreeNode[]::new));

        // When
        List<String> paths = new ArrayList<>();
        for (TreeNode node : chain) {
            paths.add(plan.page(node.id()));
            paths.add(plan.attachment(node.id(), "att" + node.id(), "y".repeat(250) + ".png"));
        }

        // Then
        assertThat(paths).doesNotHaveDuplicates().allSatisfy(NameRules::checkPath);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void hostileSitesGetPathsThatAreSafeAndApartOnEveryFileSystem(long seed) {
        // Given
        Site site = new Site(new Random(seed));

        // When
        Map<String, String> paths = site.paths();

        // Then
        assertThat(paths.values()).as("seed %d", seed).allSatisfy(NameRules::checkPath);
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (String path : paths.values()) {
            String folded = NameRules.folded(path);
            assertThat(files.add(folded)).as("seed %d: twice %s", seed, path).isTrue();
            for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
                folders.add(folded.substring(0, slash));
            }
        }
        assertThat(files).as("seed %d: a file where a folder lies", seed).doesNotContainAnyElementsOf(folders);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void theSameSiteGivesTheSamePathsWhateverTheOrderOfArrival(long seed) {
        // Given
        Random random = new Random(seed);
        Site site = new Site(random);
        Map<String, String> paths = site.paths();

        // When and then
        for (int round = 0; round < 3; round++) {
            site.shuffle(random);
            assertThat(site.paths()).as("seed %d", seed).isEqualTo(paths);
        }
    }

    private static PathPlan plan(@org.jspecify.annotations.Nullable String homepage, TreeNode... nodes) {
        return PathPlan.of(List.of(new SpaceTree("1", "ENG", homepage, List.of(nodes))));
    }

    /** Three spaces of pages with hostile titles, in trees with gaps and cycles, and attachments on some. */
    private static final class Site {
        private final Map<String, List<TreeNode>> spaces = new LinkedHashMap<>();
        private final Map<String, String> homepages = new HashMap<>();
        private final Map<String, List<String>> files = new LinkedHashMap<>();

        Site(Random random) {
            int id = 1;
            for (String key : List.of("ENG", "eng", "~../\u0000")) {
                List<TreeNode> nodes = new ArrayList<>();
                for (int i = 0; i < 150; i++, id++) {
                    String parent = random.nextInt(10) == 0 ? null : "" + (id - random.nextInt(-5, 20));
                    nodes.add(new TreeNode("" + id, parent, HostileTitles.any(random)));
                    if (random.nextInt(3) == 0) {
                        files.put(
                                "" + id,
                                List.of(HostileTitles.any(random), "x.png", "X.png", HostileTitles.any(random)));
                    }
                }
                homepages.put(key, "" + (id - 1 - random.nextInt(150)));
                spaces.put(key, nodes);
            }
        }

        void shuffle(Random random) {
            spaces.values().forEach(nodes -> Collections.shuffle(nodes, random));
        }

        Map<String, String> paths() {
            List<SpaceTree> trees = new ArrayList<>();
            spaces.forEach(
                    (key, nodes) -> trees.add(new SpaceTree("" + (trees.size() + 1), key, homepages.get(key), nodes)));
            Collections.shuffle(trees, new Random(trees.hashCode()));
            PathPlan plan = PathPlan.of(trees);
            Map<String, String> paths = new HashMap<>();
            spaces.values().forEach(nodes -> nodes.forEach(node -> paths.put(node.id(), plan.page(node.id()))));
            files.forEach((page, names) -> {
                for (int i = 0; i < names.size(); i++) {
                    paths.put(page + "/" + i, plan.attachment(page, "att" + i, names.get(i)));
                }
            });
            return paths;
        }
    }
}
