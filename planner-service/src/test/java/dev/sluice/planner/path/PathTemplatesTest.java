package dev.sluice.planner.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files lie when templates say so. */
class PathTemplatesTest {

    private static final SpaceTree SPACE = new SpaceTree(
            "1",
            "ENG",
            "Engineering: all of it",
            "1",
            List.of(
                    new TreeNode("1", null, "Home"),
                    new TreeNode("2", "1", "Architecture"),
                    new TreeNode("3", "2", "Design/Plan")));

    @ParameterizedTest
    @CsvSource({
        "'{space_key}/{ancestor_titles}/{page_title}.md', ENG/Home.md, ENG/Architecture/Design_Plan.md",
        "'{space_name}/{homepage_title}/{ancestor_titles}/{page_title}.md', Engineering_ all of it/Home/Home.md, Engineering_ all of it/Home/Architecture/Design_Plan.md",
        "'{page_id}.md', 1.md, 3.md",
        "'wiki/{space_key}-{page_id} {page_title}.md', wiki/ENG-1 Home.md, wiki/ENG-3 Design_Plan.md",
        "'{homepage_id}/{ancestor_ids}/{page_id}.md', 1/1.md, 1/2/3.md"
    })
    void aTemplateSaysWherePagesLie(String template, String home, String design) {
        PathPlan plan = PathPlan.of(List.of(SPACE), new PathTemplates(template, null));

        assertThat(plan.page("1")).isEqualTo(home);
        assertThat(plan.page("3")).isEqualTo(design);
        assertThat(plan.attachment("3", new AttachmentName("att9", "x.png", "f-9")))
                .isEqualTo(design.replaceFirst("\\.md$", "") + "/_attachments/x.png");
    }

    @ParameterizedTest
    @CsvSource({
        "'{page_path}/_attachments/{attachment_title}', ENG/Architecture/Design_Plan/_attachments/x y.tar.gz",
        "'{space_name}/attachments/{attachment_file_id}{attachment_extension}', Engineering_ all of it/attachments/f-9.gz",
        "'{space_key}/files/{page_id}/{attachment_id}-{attachment_title}', ENG/files/3/att9-x y.tar.gz",
        "'{ancestor_titles}/{page_title}/{attachment_title}', Architecture/Design_Plan/x y.tar.gz"
    })
    void aTemplateSaysWhereAttachmentsLieAndLeavesPagesWhereTheyAre(String template, String path) {
        PathPlan plan = PathPlan.of(List.of(SPACE), new PathTemplates(null, template));

        assertThat(plan.page("3")).isEqualTo("ENG/Architecture/Design_Plan.md");
        assertThat(plan.attachment("3", new AttachmentName("att9", "x y.tar.gz", "f-9")))
                .isEqualTo(path);
    }

    @Test
    void wherePathsCollideTheLowestIdKeepsThePlainOne() {
        SpaceTree space = new SpaceTree(
                "1",
                "ENG",
                null,
                List.of(
                        new TreeNode("11", null, "Design"),
                        new TreeNode("9", "11", "DESIGN"),
                        new TreeNode("10", "9", "design")));
        PathPlan plan = PathPlan.of(List.of(space), new PathTemplates("{page_title}.md", "files/{attachment_title}"));

        assertThat(List.of(plan.page("9"), plan.page("10"), plan.page("11")))
                .containsExactly("DESIGN.md", "design (10).md", "Design (11).md");
        assertThat(plan.attachment("9", new AttachmentName("att1", "x.png", "f")))
                .isEqualTo("files/x.png");
        assertThat(plan.attachment("10", new AttachmentName("att2", "X.png", "f")))
                .isEqualTo("files/X (att2).png");
    }

    @ParameterizedTest
    @CsvSource({
        "'{space_key}/{page_title}', must end with .md",
        "'{space_key}.md', 'needs one of {page_id}, {page_title}'",
        "'{page}.md', 'unknown variable {page}; there are {ancestor_ids}, {ancestor_titles}'",
        "'/{page_id}.md', empty part",
        "'a//{page_id}.md', empty part",
        "'../{page_id}.md', no name on every system",
        "'.sluice/{page_id}.md', no name on every system",
        "'.md/{page_id}.md', no name on every system",
        "'a:b/{page_id}.md', no name on every system",
        "'con/{page_id}.md', no name on every system",
        "'{ancestor_titles}-{page_id}.md', alone between slashes",
        "'{page_id}}.md', brace without its counterpart",
        "'{attachment_id}{page_id}.md', 'unknown variable {attachment_id}'"
    })
    void aTemplateThatCannotBeIsRefusedInOneSentence(String template, String reason) {
        assertThatThrownBy(() -> new PathTemplates(template, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(template)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }

    @Test
    void settingsNameTemplatesAndDefaultGoesBack() {
        assertThat(PathTemplates.of(null)).isEqualTo(PathTemplates.DEFAULTS);
        assertThat(PathTemplates.of(Map.of("page", "default", "attachment", "default")))
                .isEqualTo(PathTemplates.DEFAULTS);
        assertThat(PathTemplates.of(Map.of("page", "{page_id}.md")).page()).isEqualTo("{page_id}.md");
        assertThatThrownBy(() -> PathTemplates.of(Map.of("pages", "{page_id}.md")))
                .hasMessageContaining("no path template for 'pages'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void hostileSitesGetPathsThatAreSafeAndApartWhateverTheTemplate(long seed) {
        Random random = new Random(seed);
        PathTemplates templates = templates(random);
        Site site = new Site(random);

        Map<String, String> paths = site.paths(templates);

        assertThat(paths.values()).as("seed %d: %s", seed, templates).allSatisfy(NameRules::checkPath);
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (String path : paths.values()) {
            String folded = NameRules.folded(path);
            assertThat(files.add(folded)).as("seed %d: twice %s", seed, path).isTrue();
            for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
                folders.add(folded.substring(0, slash));
            }
        }
        folders.retainAll(files);
        assertThat(folders).as("seed %d: a file where a folder lies", seed).isEmpty();
        for (int round = 0; round < 3; round++) {
            site.shuffle(random);
            assertThat(site.paths(templates))
                    .as("seed %d: another order of arrival", seed)
                    .isEqualTo(paths);
        }
    }

    private static PathTemplates templates(Random random) {
        List<String> pages = List.of(
                "{page_title}.md",
                "{space_key}/{page_title}.md",
                "{ancestor_titles}/{page_title}.md",
                "{space_name}/{homepage_title}/{ancestor_titles}/{page_title}.md",
                "{page_title}/{space_key}/{page_title}.md",
                "{space_key}/{page_id}-{page_title}.md");
        List<String> files = List.of(
                "{attachment_title}",
                "{page_title}/{attachment_title}",
                "{page_path}/{attachment_title}",
                "{attachment_file_id}{attachment_extension}",
                "{ancestor_titles}/{attachment_title}");
        return new PathTemplates(any(pages, random), any(files, random));
    }

    private static @Nullable String any(List<String> templates, Random random) {
        int which = random.nextInt(templates.size() + 1);
        return which == templates.size() ? null : templates.get(which);
    }

    /** Two spaces of pages with hostile titles, in trees with gaps and cycles, and attachments on some. */
    private static final class Site {
        private final Map<String, List<TreeNode>> spaces = new LinkedHashMap<>();
        private final Map<String, List<String>> files = new LinkedHashMap<>();

        Site(Random random) {
            int id = 1;
            for (String key : List.of("ENG", "eng")) {
                List<TreeNode> nodes = new ArrayList<>();
                for (int i = 0; i < 120; i++, id++) {
                    String parent = random.nextInt(10) == 0 ? null : "" + (id - random.nextInt(-5, 20));
                    nodes.add(new TreeNode("" + id, parent, HostileTitles.any(random)));
                    if (random.nextInt(3) == 0) {
                        files.put("" + id, List.of(HostileTitles.any(random), "x.png", "X.png"));
                    }
                }
                spaces.put(key, nodes);
            }
        }

        void shuffle(Random random) {
            spaces.values().forEach(nodes -> Collections.shuffle(nodes, random));
        }

        Map<String, String> paths(PathTemplates templates) {
            List<SpaceTree> trees = new ArrayList<>();
            spaces.forEach((key, nodes) -> trees.add(
                    new SpaceTree("" + (trees.size() + 1), key, key + "?..", "" + (1 + trees.size()), nodes)));
            PathPlan plan = PathPlan.of(trees, templates);
            Map<String, String> paths = new HashMap<>();
            spaces.values().forEach(nodes -> nodes.forEach(node -> paths.put(node.id(), plan.page(node.id()))));
            files.forEach((page, names) -> {
                for (int i = 0; i < names.size(); i++) {
                    paths.put(
                            page + "/" + i,
                            plan.attachment(page, new AttachmentName("att" + page + i, names.get(i), "f" + i)));
                }
            });
            return paths;
        }
    }
}
