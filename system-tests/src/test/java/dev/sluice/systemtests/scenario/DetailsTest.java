package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.RequestStatistics.Host;
import dev.sluice.simulator.SimulatedSite;
import dev.sluice.systemtests.topology.Copy;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Labels and comments, which change without a new version of their page, and the names of people. */
@ExtendWith(TestBed.class)
class DetailsTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Map<String, String> SETTINGS = Map.of("labels", "on", "comments", "on");

    private final FourServices services;

    DetailsTest(FourServices services) {
        this.services = services;
    }

    @Test
    void inOneJvmTheCopyFollowsTheLabelsAndCommentsOfACloudSite() {
        TestSite site = services.site("details", Mode.CLOUD);
        OneJvm sluice = OneJvm.asShipped();
        FolderCopy copy = sluice.newCopy(site);
        String[] arguments = Stream.concat(
                        Stream.of(OneJvm.exportOf(site, copy.folder())), Stream.of("--with", "labels,comments"))
                .toArray(String[]::new);
        try (JavaProcess process = sluice.start(site.environment(), arguments)) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s", process.err())
                    .isZero();
        }
        follows(site, copy);
    }

    @Test
    void inFourServicesTheCopyFollowsTheLabelsAndCommentsOfADataCenterSite() {
        TestSite site = services.site("details", Mode.DATA_CENTER);
        Copy copy = services.newCopy(site, SETTINGS);
        copy.sync();
        follows(site, copy);
    }

    private void follows(TestSite site, Copy copy) {
        SimulatedSite content = site.content();
        String one = site.pages().get(7);
        String other = site.pages().get(11);
        assertThat(copy.tree().files().values())
                .anyMatch(bytes -> text(bytes).contains("authors:\n  - \"Ada Lindqvist\"\n"));

        RunFigures nothing = sync(site, copy);
        assertThat(nothing.unchanged()).as("unchanged of %s", nothing).isEqualTo(nothing.scanned());
        assertThat(site.statistics().requests(Host.SITE)).as("requests").isLessThanOrEqualTo(12);

        content.addLabel(one, "runbook");
        String comment = content.addComment(other, null, "<p>Is this still so?</p>");
        assertThat(sync(site, copy).written()).isEqualTo(2);
        assertThat(page(copy, one)).contains("labels:\n  - \"runbook\"\n");
        assertThat(page(copy, other)).contains("## Comments").contains("Is this still so?");

        content.removeLabel(one, "runbook");
        content.editComment(comment, "<p>Is this true?</p>");
        content.addComment(other, comment, "<p>Yes.</p>");
        String inline = content.addInlineComment(other, "<p>What is meant here?</p>");
        assertThat(sync(site, copy).written()).isEqualTo(2);
        assertThat(page(copy, one)).doesNotContain("runbook");
        assertThat(page(copy, other)).contains("Is this true?", "Yes.", "What is meant here?");

        content.resolveComment(inline);
        assertThat(sync(site, copy).written()).isEqualTo(1);
        content.deleteComment(comment);
        assertThat(sync(site, copy).written()).isEqualTo(1);
        assertThat(page(copy, other)).doesNotContain("## Comments", "Is this true?", "Yes.", "What is meant here?");

        Copy fresh = services.newCopy(site, SETTINGS);
        fresh.sync();
        assertThat(copy.tree().differencesFrom(fresh.tree()))
                .as("differences from a fresh export")
                .isEmpty();
    }

    /** No body is downloaded for what is not in the body. */
    private static RunFigures sync(TestSite site, Copy copy) {
        site.statistics().reset();
        RunFigures figures = copy.sync();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        assertThat(site.statistics().bodies()).as("bodies downloaded").isZero();
        return figures;
    }

    /** The Markdown of the page with this id. */
    private static String page(Copy copy, String id) {
        return copy.tree().files().values().stream()
                .map(DetailsTest::text)
                .filter(text -> text.contains("\nid: \"" + id + "\"\n"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No file of page " + id));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
