package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.Wire;
import dev.sluice.simulator.RequestStatistics.Host;
import dev.sluice.simulator.SimulatedSite;
import dev.sluice.simulator.SiteShape;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found of a site, in full and quickly, as a user meets it. */
class CoverageTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final OneJvm sluice = OneJvm.asShipped();
    private final TestSite site = TestSite.cloud(
            "coverage",
            SiteShape.small()
                    .withSpaces(2)
                    .withPagesPerSpace(40)
                    .withBlogPostsPerSpace(2)
                    .withAttachmentBytes(500));
    private final SimulatedSite content = site.content();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theTreeShowsWhatAnExportThenHolds() {
        // Given
        List<String> pages = content.pageIds("ENG");
        String folder = content.createContainer("folder", "ENG", pages.getFirst(), "A folder");
        content.createPage("ENG", folder, "In a folder", "<p>x</p>");
        content.addLabel(pages.get(5), "secret");
        content.archivePage(pages.get(6));
        content.createSpace("~jane", "Jane");
        content.archiveSpace("OPS");
        String[] scope = {"all-spaces", "--personal", "--archived", "--exclude-label", "secret", "--url", site.url()};
        FolderCopy copy = sluice.newCopy(site);

        // When
        JsonNode tree = json(with(List.of("tree"), scope, "--json"));
        run(0, with(List.of(), scope, "-o", copy.folder().toString()));

        // Then
        Set<String> shown = new TreeSet<>();
        tree.path("resources")
                .forEach(resource -> shown.add(resource.path("path").asText()));
        assertThat(copy.tree().paths()).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(shown)
                .contains("ENG/A folder/In a folder.md", "~jane/Jane.md")
                .anyMatch(path -> path.startsWith("OPS/_blog/2026/01/01/"))
                .hasSize(168);
        assertThat(run(0, "tree", "spaces", "ENG", "--url", site.url()))
                .contains("ENG: 40 pages, 2 blog posts", "A folder  (not exported)", "    In a folder");
        assertThat(run(2, "tree", "spaces", "EGN", "--url", site.url())).contains("Did you mean ENG (Engineering)?");
    }

    @Test
    void anArchivedPageGoesButIsNoDeletion() {
        // Given
        FolderCopy copy = sluice.newCopy(site);
        assertThat(copy.sync().complete()).isTrue();
        content.archivePage(content.pageIds("ENG").get(7));
        content.trashPage(content.pageIds("ENG").get(8));

        // When
        String out = run(0, "sync", "-o", copy.folder().toString());

        // Then
        assertThat(out.lines().filter(line -> line.startsWith("  del:"))).hasSize(4);
        assertThat(out.lines().filter(line -> line.endsWith("(archived)"))).hasSize(2);
    }

    @Test
    void aQuickSyncCostsFewRequestsAndGivesWhatAFullOneGives() {
        // Given
        FolderCopy copy = sluice.newCopy(site);
        assertThat(copy.sync().complete()).isTrue();
        String folder = copy.folder().toString();
        List<String> pages = content.pageIds("ENG");

        // When nothing changed
        site.statistics().reset();
        String quiet = run(0, "sync", "--quick", "-o", folder);

        // Then
        assertThat(site.statistics().requests(Host.SITE)).isLessThanOrEqualTo(10);
        assertThat(FolderCopy.figure(quiet, "Unchanged")).isEqualTo(FolderCopy.figure(quiet, "Scanned"));
        assertThat(quiet).contains("Quick: moves, deletions and permissions");

        // When something is new, and something is gone
        content.appendToPage(pages.get(3), "Not here before.");
        String made = content.createPage("ENG", pages.get(3), "A new page", "<p>new</p>");
        content.addAttachment(made, "new.txt", "new".getBytes(StandardCharsets.UTF_8));
        content.newAttachmentVersion(
                content.attachments(pages.get(4)).getFirst().id(), "other".getBytes(StandardCharsets.UTF_8));
        content.createBlogPost("ENG", "News", "<p>news</p>");
        String quick = run(0, "sync", "--quick", "-o", folder);

        // Then
        assertThat(FolderCopy.figure(quick, "Updated")).isGreaterThanOrEqualTo(5);
        FolderCopy fresh = sluice.newCopy(site);
        fresh.sync();
        assertThat(copy.tree().differencesFrom(fresh.tree())).isEmpty();
        content.trashPage(made);
        assertThat(run(0, "sync", "--quick", "-o", folder)).doesNotContain("del:");
        assertThat(run(0, "sync", "-o", folder)).contains("del:");
    }

    private static String[] with(List<String> before, String[] middle, String... after) {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(middle));
        all.addAll(List.of(after));
        return all.toArray(String[]::new);
    }

    private JsonNode json(String... arguments) {
        try {
            return Wire.json().readTree(run(0, arguments));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String run(int exitCode, String... arguments) {
        try (JavaProcess process = sluice.start(site.environment(), arguments)) {
            assertThat(process.await(LONGEST))
                    .as("exit code of %s; %s %s", List.of(arguments), process.out(), process.err())
                    .isEqualTo(exitCode);
            return exitCode == 0 ? process.out() : process.err();
        }
    }
}
