package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.Installation;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.OutputTree;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A folder whose database is gone, as after a clone from version control, and one whose files are damaged. */
@ExtendWith(TestBed.class)
class LostAndDamagedTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Set<String> IN_VERSION_CONTROL = Set.of(".gitignore", "manifest.json", "export.json");

    private final OneJvm sluice = OneJvm.asShipped();
    private final FourServices services;
    private final TestSite site;
    private final FolderCopy copy;

    LostAndDamagedTest(FourServices services) {
        this.services = services;
        this.site = services.site("faults", Mode.CLOUD);
        this.copy = sluice.newCopy(site);
    }

    @Test
    void aCloneGoesOnWithoutDownloadingAnythingAgain() throws IOException {
        assertThat(copy.sync().complete()).isTrue();
        leaveWhatIsInVersionControl();
        Map<String, FileTime> before = copy.writtenAt();
        site.statistics().reset();

        JsonNode foreseen = lines(0, "sync", "--dry-run", "--json").getFirst();
        assertThat(foreseen.path("changes")).isEmpty();
        RunFigures adopted = copy.sync();

        assertThat(adopted.unchanged()).isEqualTo(2 * site.pages().size());
        assertThat(site.statistics().bodies() + site.statistics().binaries()).isZero();
        assertThat(copy.writtenAt()).isEqualTo(before);

        String renamed = site.pages().get(1);
        site.content().renamePage(renamed, "Renamed after the clone");
        site.statistics().reset();
        assertThat(copy.sync().complete()).isTrue();
        assertThat(site.statistics().binaries())
                .as("files move without a download")
                .isZero();
        new Journey(site, copy, services).requireFresh();
    }

    @Test
    void theServicesTakeOverAFolderThatTheCommandLineExported() throws IOException {
        assertThat(copy.sync().complete()).isTrue();
        leaveWhatIsInVersionControl();
        Map<String, FileTime> before = copy.writtenAt();
        site.statistics().reset();

        ScopeRef space = new ScopeRef("spaces", List.of(TestSite.SPACE));
        RunFigures adopted =
                services.newCopy(site, space, Map.of(), copy.folder()).sync();

        assertThat(adopted.unchanged()).isEqualTo(2 * site.pages().size());
        assertThat(site.statistics().bodies() + site.statistics().binaries()).isZero();
        assertThat(copy.writtenAt()).isEqualTo(before);
    }

    @Test
    void aDamagedSnapshotIsSetAsideAndEverythingIsExportedAnew() throws IOException {
        assertThat(copy.sync().complete()).isTrue();
        leaveWhatIsInVersionControl();
        Path snapshot = copy.folder().resolve(".sluice/manifest.json");
        String text = Files.readString(snapshot);
        Files.writeString(snapshot, text.substring(0, text.length() / 2));

        try (JavaProcess sync = start("sync")) {
            assertThat(sync.await(LONGEST)).as(sync.err()).isZero();
            assertThat(sync.err()).contains("is moved to manifest.json.bak");
        }

        assertThat(snapshot).isRegularFile();
        new Journey(site, copy, services).requireFresh();
    }

    @Test
    void aPictureThatAPageHoldsItselfIsMadeAnewWithoutADownload() throws IOException {
        String page = site.pages().get(2);
        String without = site.content().storage(page);
        String picture = Base64.getEncoder().encodeToString("picture".getBytes(StandardCharsets.UTF_8));
        site.content()
                .editPage(
                        page,
                        "<ac:image><ri:url ri:value=\"data:image/png;base64,%s\"/></ac:image>".formatted(picture));
        assertThat(copy.sync().complete()).isTrue();
        Path file = files(".png").stream()
                .filter(each -> each.toString().contains("_images"))
                .findFirst()
                .orElseThrow();
        Files.delete(file);
        assertThat(texts(lines(1, "verify", "--json").getFirst().path("missing")))
                .containsExactly(key(file));
        site.statistics().reset();
        lines(0, "verify", "--repair", "--json");
        assertThat(file).hasContent("picture");
        assertThat(site.statistics().bodies() + site.statistics().binaries()).isZero();
        new Journey(site, copy, services).requireFresh();
        site.content().editPage(page, without);
    }

    @Test
    void verificationNamesWhatIsDamagedAndRepairMakesOnlyThatAnew() throws IOException {
        assertThat(copy.sync().complete()).isTrue();
        assertThat(lines(0, "verify", "--json").getFirst().path("checked").asInt())
                .isEqualTo(2 * site.pages().size());
        List<Path> pages = files(".md");
        List<Path> attachments = OutputTree.filesIn(copy.folder()).stream()
                .filter(file -> file.toString().contains("_attachments"))
                .toList();
        Files.delete(pages.get(0));
        Files.writeString(pages.get(1), "edited");
        Files.writeString(attachments.get(0), "damaged");
        Files.writeString(copy.folder().resolve("note.txt"), "not Sluice's");

        JsonNode found = lines(1, "verify", "--json").getFirst();

        assertThat(texts(found.path("missing"))).containsExactly(key(pages.get(0)));
        assertThat(texts(found.path("changed"))).containsExactlyInAnyOrder(key(pages.get(1)), key(attachments.get(0)));
        assertThat(texts(found.path("unknown"))).containsExactly("note.txt");

        site.statistics().reset();
        List<JsonNode> kept = lines(0, "verify", "--repair", "--preserve-local-edits", "--json");
        assertThat(kept.getLast().path("run").path("kept").asInt()).isEqualTo(2);
        assertThat(pages.get(0)).exists();
        assertThat(pages.get(1)).hasContent("edited");
        site.statistics().reset();
        List<JsonNode> repaired = lines(0, "verify", "--repair", "--json");
        assertThat(repaired.getLast().path("run").path("stored").asInt()).isEqualTo(2);
        assertThat(site.statistics().bodies()).as("pages come from the archive").isZero();
        assertThat(site.statistics().binaries()).isEqualTo(1);
        assertThat(lines(0, "verify", "--json").getFirst().path("changed")).isEmpty();
        Files.delete(copy.folder().resolve("note.txt"));
        new Journey(site, copy, services).requireFresh();
    }

    @Test
    void pathsFollowATemplateWithoutADownload() {
        assertThat(copy.sync().complete()).isTrue();
        site.statistics().reset();

        JsonNode moved = lines(0, with("sync", "--json")).getFirst();

        int all = 2 * site.pages().size();
        assertThat(moved.path("run").path("moved").asInt()).isEqualTo(all);
        assertThat(site.statistics().bodies() + site.statistics().binaries()).isZero();
        assertThat(files(".md"))
                .hasSize(site.pages().size())
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("[0-9]+\\.md"));
        assertThat(copy.sync().unchanged()).as("the layout is kept").isEqualTo(all);
    }

    @Test
    void whatAnotherToolExportedIsNotDownloadedAgain() throws IOException {
        assertThat(copy.sync().complete()).isTrue();
        lines(0, with("sync", "--json"));
        say("state", "export", "--format", "cme-lock");
        Installation.remove(copy.folder().resolve(".sluice"));
        say(with("state", "import", "--format", "cme-lock", "--url", site.url()));
        Map<String, FileTime> before = copy.writtenAt();
        site.content().appendToPage(site.pages().get(3), "Since the other tool.");
        site.statistics().reset();

        JsonNode taken = lines(0, "sync", "--json").getFirst();

        assertThat(taken.path("run").path("unchanged").asInt())
                .isEqualTo(2 * site.pages().size() - 1);
        assertThat(site.statistics().bodies()).isEqualTo(1);
        assertThat(site.statistics().binaries()).isZero();
        Map<String, FileTime> after = copy.writtenAt();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.entrySet().stream().filter(file -> !file.getValue().equals(before.get(file.getKey()))))
                .hasSize(1);
    }

    private static String[] with(String... arguments) {
        Stream<String> layout = Stream.of(
                "--page-path",
                "{space_name}/{page_id}.md",
                "--attachment-path",
                "{space_name}/attachments/{attachment_file_id}{attachment_extension}");
        return Stream.concat(Stream.of(arguments), layout).toArray(String[]::new);
    }

    private void say(String... arguments) {
        try (JavaProcess process = start(arguments)) {
            assertThat(process.await(LONGEST)).as(process.err()).isZero();
        }
    }

    private void leaveWhatIsInVersionControl() throws IOException {
        Path home = copy.folder().resolve(".sluice");
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(home))
                    .filter(file ->
                            !IN_VERSION_CONTROL.contains(home.relativize(file).toString()))
                    .forEach(file -> file.toFile().delete());
        }
        assertThat(home.resolve("db")).doesNotExist();
    }

    private List<Path> files(String ending) {
        return OutputTree.filesIn(copy.folder()).stream()
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private String key(Path file) {
        return copy.folder().relativize(file).toString();
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }

    private JavaProcess start(String... arguments) {
        return sluice.start(
                site.environment(),
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--output-path", copy.folder().toString()))
                        .toArray(String[]::new));
    }

    /** Standard output, a JSON object a line, after the check of the exit code. */
    private List<JsonNode> lines(int exitCode, String... arguments) {
        try (JavaProcess process = start(arguments)) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s %s", process.err(), process.out())
                    .isEqualTo(exitCode);
            return process.out().lines().map(LostAndDamagedTest::json).toList();
        }
    }

    private static JsonNode json(String line) {
        try {
            return Wire.json().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
