package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.Wire;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the options of a run do, as a user meets them. */
@ExtendWith(TestBed.class)
class FlagsTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final OneJvm sluice = OneJvm.asShipped();
    private final FourServices services;
    private final TestSite site;
    private final FolderCopy copy;

    FlagsTest(FourServices services) {
        this.services = services;
        this.site = services.site("faults", Mode.CLOUD);
        this.copy = sluice.newCopy(site);
    }

    @Test
    void aDryRunListsWhatItWouldDoAndTouchesNothing() {
        // on a folder that is not there
        JsonNode first = report(0, exportWith("--dry-run", "--json"));
        assertThat(copy.exists()).isFalse();
        assertThat(first.path("dryRun").asBoolean()).isTrue();
        assertThat(first.path("changes")).hasSize(2 * site.pages().size());
        assertThat(first.path("changes"))
                .allMatch(change -> change.path("what").asText().equals("new"));

        // on an export whose site has changed
        assertThat(copy.sync().complete()).isTrue();
        String edited = site.pages().get(3);
        site.content().appendToPage(edited, "Not here before.");
        site.content().trashPage(site.pages().getLast());
        Map<String, FileTime> before = everything();
        site.statistics().reset();
        JsonNode second = report(
                0, "sync", "--dry-run", "--json", "--output-path", copy.folder().toString());
        assertThat(everything()).isEqualTo(before);
        assertThat(site.statistics().bodies() + site.statistics().binaries()).isZero();
        int updated = second.path("run").path("stored").asInt();
        assertThat(updated)
                .as("the edited page, and those that link to the one that is gone")
                .isPositive();
        assertThat(second.path("run").path("removed").asInt()).isEqualTo(2);

        // and the run does just that
        RunFigures figures = copy.sync();
        assertThat(figures.written()).isEqualTo(updated);
        assertThat(figures.removed()).isEqualTo(2);
    }

    @Test
    void aForcedRunDownloadsEverythingAndLeavesEqualBytesUntouched() {
        assertThat(copy.sync().complete()).isTrue();
        Map<String, FileTime> before = copy.writtenAt();
        int pages = site.pages().size();
        site.statistics().reset();
        JsonNode forced = report(
                0, "sync", "--force", "--json", "--output-path", copy.folder().toString());
        assertThat(site.statistics().bodies()).isEqualTo(pages);
        assertThat(site.statistics().binaries()).isEqualTo(pages);
        assertThat(forced.path("run").path("confirmed").asInt()).isEqualTo(2 * pages);
        assertThat(forced.path("run").path("requests").asInt()).isGreaterThan(pages);
        assertThat(copy.writtenAt()).isEqualTo(before);
        site.statistics().reset();
        assertThat(copy.sync().unchanged()).isEqualTo(2 * pages);
        assertThat(site.statistics().bodies()).isZero();
    }

    @Test
    void aForcedRunOfTheServicesDownloadsEverythingOnce() {
        BucketCopy bucket = services.newCopy(site);
        int all = 2 * site.pages().size();
        assertThat(bucket.sync().written()).isEqualTo(all);
        site.statistics().reset();
        assertThat(bucket.sync("force").unchanged()).isEqualTo(all);
        assertThat(site.statistics().bodies()).isEqualTo(site.pages().size());
        site.statistics().reset();
        assertThat(bucket.sync().unchanged()).isEqualTo(all);
        assertThat(site.statistics().bodies()).isZero();
    }

    @Test
    void aForcedRunAsksDataCenterForOtherBytesOnly() {
        TestSite dataCenter = services.site("faults", Mode.DATA_CENTER);
        BucketCopy bucket = services.newCopy(dataCenter);
        int pages = dataCenter.pages().size();
        assertThat(bucket.sync().written()).isEqualTo(2 * pages);
        dataCenter.statistics().reset();
        assertThat(bucket.sync("force").unchanged()).isEqualTo(2 * pages);
        assertThat(dataCenter.statistics().bodies()).isEqualTo(pages);
        assertThat(dataCenter.statistics().binaries()).isZero();
        assertThat(dataCenter.statistics().answered(304)).isEqualTo(pages);
    }

    @Test
    void anEditedFileIsKeptWhenThatIsAskedForAndOverwrittenOtherwise() throws IOException {
        assertThat(copy.sync().complete()).isTrue();
        String page = site.pages().get(5);
        Path file = written(page);
        Files.writeString(file, "edited by hand");
        site.content().appendToPage(page, "A new version.");
        JsonNode kept = report(
                0,
                "sync",
                "--preserve-local-edits",
                "--json",
                "--output-path",
                copy.folder().toString());
        assertThat(file).hasContent("edited by hand");
        assertThat(kept.path("changes")).hasSize(1);
        assertThat(kept.path("changes").get(0).path("what").asText()).isEqualTo("kept");
        assertThat(copy.sync().written()).isEqualTo(1);
        new Journey(site, copy, services).requireFresh();
    }

    @Test
    void whatIsGoneIsKeptWhenThatIsAskedForAndStatusSaysSo() {
        String folder = copy.folder().toString();
        assertThat(copy.sync().complete()).isTrue();
        site.content().trashPage(site.pages().getLast());
        int files = copy.writtenAt().size();
        report(0, "sync", "--no-prune", "--json", "--output-path", folder);
        assertThat(copy.writtenAt()).hasSize(files);
        JsonNode status = report(0, "status", "--json", "--output-path", folder);
        assertThat(status.path("stale").asInt()).isEqualTo(2);
        assertThat(status.path("active").asInt()).isEqualTo(2 * site.pages().size());
        assertThat(report(0, "verify", "--json", "--output-path", folder)
                        .path("checked")
                        .asInt())
                .isEqualTo(2 * site.pages().size() + 2);
        assertThat(copy.sync().removed()).isEqualTo(2);
        new Journey(site, copy, services).requireFresh();
    }

    @Test
    void theSnapshotLiesWhereItIsAskedForAndStatusFindsItThere() {
        report(0, exportWith("--manifest", ".confluence-dl/sync-manifest.json", "--json"));
        assertThat(copy.folder().resolve(".confluence-dl/sync-manifest.json")).isRegularFile();
        assertThat(copy.folder().resolve(".sluice/manifest.json")).doesNotExist();
        JsonNode status =
                report(0, "status", "--json", "--output-path", copy.folder().toString());
        assertThat(status.path("active").asInt()).isEqualTo(2 * site.pages().size());
    }

    /** Where the page's file lies: the only one with its body's marker. */
    private Path written(String page) throws IOException {
        site.content().appendToPage(page, "marker-" + page);
        assertThat(copy.sync().written()).isEqualTo(1);
        try (Stream<Path> files = Files.walk(copy.folder())) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> holds(file, "marker-" + page))
                    .toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] exportWith(String... options) {
        return Stream.concat(Stream.of(OneJvm.exportOf(site, copy.folder())), Stream.of(options))
                .toArray(String[]::new);
    }

    /** Standard output as JSON, after the check of the exit code. */
    private JsonNode report(int exitCode, String... arguments) {
        try (JavaProcess process = sluice.start(site.environment(), arguments)) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s", process.err())
                    .isEqualTo(exitCode);
            return Wire.json().readTree(process.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of the destination, Sluice's own among them, and when it was written. */
    private Map<String, FileTime> everything() {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(copy.folder())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                times.put(file.toString(), Files.getLastModifiedTime(file));
            }
            return times;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
