package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatedSite;
import dev.sluice.systemtests.topology.Copy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import dev.sluice.systemtests.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must hold of exports and syncs in every topology. */
@ExtendWith(TestBed.class)
abstract class SyncScenarios {

    private final FourServices services;

    SyncScenarios(FourServices services) {
        this.services = services;
    }

    /** The topology under test. */
    abstract Topology topology();

    /** First half of the names of the sites that this topology may change. */
    abstract String name();

    @Test
    void keepsTheCopyOfACloudSiteEqualToAFreshExport() {
        TestSite site = services.site("sync-" + name(), Mode.CLOUD);
        Copy copy = topology().newCopy(site);
        Journey journey = begin(site, copy);
        changesOfContent(journey, site);
        changesOfPlace(journey, site, copy);
        losses(journey, site);
        journey.step("everything at once", () -> changeEverything(site), figures -> {});
        assertThat(copy.tree().paths())
                .contains("ENG/_blog/2026/01/01/News.md", "ENG/_blog/2026/01/01/News/_attachments/news.txt");
    }

    /** Shorter, because the products differ in how they are listed and fetched, not in what follows. */
    @Test
    void keepsTheCopyOfADataCenterSiteEqualToAFreshExport() {
        TestSite site = services.site("sync-" + name(), Mode.DATA_CENTER);
        Journey journey = begin(site, topology().newCopy(site));
        changesOfContent(journey, site);
        journey.step("everything at once", () -> changeEverything(site), figures -> {});
    }

    @Test
    void endsWithoutFailuresThoughRequestsFailNowAndThen() {
        TestSite site = services.site("faults", Mode.CLOUD);
        Copy copy = topology().newCopy(site);
        site.faults().seed(11);
        site.faults().unavailable(0.02);
        site.faults().reset(0.02);
        site.faults().truncated(0.02);
        site.statistics().reset();
        RunFigures figures = copy.sync();
        long failures = site.statistics().answered(503) + site.statistics().answered(0);
        site.faults().clear();
        assertThat(failures).as("requests that failed").isPositive();
        assertThat(figures.failed()).as("failed of %s", figures).isZero();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        new Journey(site, copy, services).requireFresh();
    }

    /** First export, and a sync after which nothing may be different. */
    private Journey begin(TestSite site, Copy copy) {
        Journey journey = new Journey(site, copy, services);
        journey.step("first export", () -> {}, figures -> {
            assertThat(figures.written()).isEqualTo(figures.scanned());
            assertThat(figures.scanned()).isEqualTo(2 * site.pages().size());
        });
        Map<String, FileTime> before = copy.writtenAt();
        journey.step("no change", () -> {}, figures -> {
            journey.requireDownloads(0, 0);
            assertThat(figures.unchanged()).isEqualTo(figures.scanned());
            assertThat(copy.writtenAt()).isEqualTo(before);
        });
        return journey;
    }

    private static void changesOfContent(Journey journey, TestSite site) {
        String page = site.pages().get(7);
        journey.step("edit", () -> site.content().appendToPage(page, "Not here before."), figures -> {
            journey.requireDownloads(1, 0);
            assertThat(figures.written()).isEqualTo(1);
        });
        String file = site.content().attachments(page).getFirst().id();
        byte[] bytes = "other bytes".getBytes(StandardCharsets.UTF_8);
        journey.step("attachment version", () -> site.content().newAttachmentVersion(file, bytes), figures -> {
            journey.requireDownloads(0, 1);
            assertThat(figures.written()).isEqualTo(1);
        });
    }

    private static void changesOfPlace(Journey journey, TestSite site, Copy copy) {
        PageTree tree = new PageTree(site);
        String parent = tree.branch(2, 15);
        int files = 2 * tree.below(parent).size();
        journey.step("rename of a parent", () -> site.content().renamePage(parent, "Quite another name"), figures -> {
            // The page itself has a new version; what is below it has only another path.
            journey.requireDownloads(1, 0);
            assertThat(figures.moved() + figures.written()).isGreaterThanOrEqualTo(files);
            assertThat(copy.tree().paths()).anyMatch(path -> path.contains("/Quite"));
        });
        String target = tree.branchOutside(tree.below(parent), 0, 3);
        journey.step("move", () -> site.content().movePage(parent, target), figures -> {
            journey.requireDownloads(0, 0);
            assertThat(figures.moved()).isGreaterThanOrEqualTo(files);
        });
    }

    private static void losses(Journey journey, TestSite site) {
        PageTree tree = new PageTree(site);
        String deleted = tree.branch(1, 4);
        List<String> children = tree.childrenOf(deleted);
        journey.step("delete", () -> site.content().trashPage(deleted), figures -> {
            journey.requireDownloads(0, 0);
            assertThat(figures.removed()).isEqualTo(2);
            assertThat(figures.moved()).isGreaterThanOrEqualTo(2 * children.size());
        });
        String restricted = tree.branch(1, 4);
        int hidden = 2 * tree.below(restricted).size();
        journey.step("restriction", () -> site.content().restrictPage(restricted), figures -> {
            journey.requireDownloads(0, 0);
            assertThat(figures.removed()).isEqualTo(hidden);
        });
    }

    private static void changeEverything(TestSite site) {
        SimulatedSite content = site.content();
        PageTree tree = new PageTree(site);
        List<String> pages = site.pages();
        String moved = tree.branch(1, 6);
        content.movePage(moved, tree.branchOutside(tree.below(moved), 0, 3));
        content.renamePage(pages.getFirst(), "The home of everything");
        content.appendToPage(pages.get(3), "Once more.");
        String child = content.createPage(TestSite.SPACE, moved, "A new page", """
                <p>See <ac:link><ri:page ri:content-title="The home of everything"/></ac:link> and
                <ac:link><ri:blog-post ri:content-title="News" ri:posting-day="2026/01/01"/></ac:link>.</p>
                """);
        String post = content.createBlogPost(TestSite.SPACE, "News", """
                <p>There is <ac:link><ri:page ri:content-title="A new page"/></ac:link>.</p>
                """);
        content.addAttachment(post, "news.txt", "news".getBytes(StandardCharsets.UTF_8));
        content.addAttachment(child, "new.txt", "new".getBytes(StandardCharsets.UTF_8));
        content.trashPage(pages.getLast());
        content.deleteAttachment(content.attachments(pages.get(5)).getFirst().id());
    }
}
