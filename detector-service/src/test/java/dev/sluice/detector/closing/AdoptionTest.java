package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.NOON;
import static dev.sluice.detector.Scene.attachment;
import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.decide.Decisions;
import dev.sluice.detector.decide.Welcoming;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotOutput;
import dev.sluice.pipeline.StoredCopy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A destination with a snapshot that the database knows nothing of: what is taken over, and what is fetched. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class AdoptionTest {

    /** SHA-256 of "test", the four bytes that every file of these tests holds. */
    private static final String CHECKSUM = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final ExportHeader HEADER = new ExportHeader("https://acme.example/wiki", List.of());
    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");
    private static final AttachmentResource PICTURE = attachment("1", "att9", "x.png");

    @Inject
    Snapshots snapshots;

    @Inject
    Manifest manifest;

    @Inject
    Decisions decisions;

    @Inject
    Welcoming welcoming;

    @Inject
    Closings closings;

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void anotherDatabase() {
        scene = new Scene(folder);
    }

    @Test
    void whatIsThereAsTheSnapshotSaysIsUnchangedAndStaysSo() throws IOException {
        exportedElsewhere();
        files(HOME, PLAN, PICTURE);

        Decisions.Verdict verdict = decide(scene.run(), HOME, PLAN, PICTURE);

        assertThat(verdict.changes()).isEmpty();
        assertThat(verdict.unchanged()).hasSize(1);
        Files.delete(folder.resolve(PLAN.path()));
        assertThat(decide(scene.run(), HOME, PLAN, PICTURE).changes())
                .as("looked at once, unless verification is asked for")
                .isEmpty();
        assertThat(reasons(decide(scene.run(new RunMode(9, null, false, false, true)), HOME, PLAN, PICTURE)))
                .containsExactly("2 REPAIR");
    }

    @Test
    void whatIsMissingOrDamagedIsMadeAnewAndWhatIsNewOrChangedFetched() throws IOException {
        exportedElsewhere();
        files(HOME, PLAN);
        Files.writeString(folder.resolve(PLAN.path()), "edited");
        PageResource newer = HOME.at(new ResourceVersion(2, NOON));

        Decisions.Verdict verdict = decide(scene.run(), newer, PLAN, PICTURE, page("3", "New"));

        assertThat(reasons(verdict)).containsExactlyInAnyOrder("1 VERSION", "2 REPAIR", "1/att9 REPAIR", "3 NEW");
        assertThat(verdict.changes()).anySatisfy(change -> {
            assertThat(change).isInstanceOfSatisfying(Change.Reuse.class, reuse -> {
                assertThat(reuse.held()).isEqualTo(new StoredCopy(".sluice/raw/page/02/2.xml", "1".repeat(64), 3));
                assertThat(reuse.before().checksums()).containsExactly(CHECKSUM);
            });
        });
    }

    @Test
    void linksOfWhatWasTakenOverFollowWhatMoves() throws IOException {
        exportedElsewhere();
        files(HOME, PLAN, PICTURE);
        PageResource moved = page("2", "Plan", "ENG/Elsewhere.md");
        RunRef run = scene.runListing(HOME, moved, PICTURE);

        assertThat(reasons(decide(run, HOME, moved, PICTURE))).containsExactly("2 MOVED");
        manifest.record(List.of(exported(run, 1, moved, 0)));

        assertThat(followUps(run)).contains("1 LINKS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{}",
                "{\"entries\": {}}",
                "{\"format_version\": 1, \"exported_at\": \"2026-01-01T12:00:00Z\", \"confluence_url\": \"https://other.example\", \"scopes\": [], \"entries\": {}}",
                "{\"format_version\": 1, \"exported_at\": \"2026-01-01T12:00:00Z\", \"confluence_url\": \"https://acme.example/wiki\", \"scopes\": [], \"entries\": {\"page:2\": {\"version\": 1, \"output_path\": \"../x.md\", \"fetched_at\": \"2026-01-01T12:00:00Z\", \"status\": \"active\"}}}",
                "{\"format_version\": 1, \"exported_at\": \"2026-01-01T12:00:00Z\", \"confluence_url\": \"https://acme.example/wiki\", \"scopes\": [], \"entries\": {\"page:2\": {\"version\": 1, \"output_path\": \".sluice/export.json\", \"fetched_at\": \"2026-01-01T12:00:00Z\", \"status\": \"active\"}}}",
                "{\"format_version\": 1, \"exported_at\": \"2026-01-01T12:00:00Z\", \"confluence_url\": \"https://acme.example/wiki\", \"scopes\": [], \"entries\": {\"page:2\": {\"version\": 1, \"output_path\": \"a.md\", \"fetched_at\": \"2026-01-01T12:00:00Z\", \"status\": \"lost\"}}}",
                "{\"format_version\": 1, \"exported_at\": \"2026-01-01T12:00:00Z\", \"confluence_url\": \"https://acme.example/wiki\", \"scopes\": [], \"entries\": {\"page:2\": {\"version\": 1, \"output_path\": \"a.md\", \"fetched_at\": \"2026-01-01T12:00:00Z\", \"status\": \"active\", \"identity\": \"\\u0000\"}}}"
            })
    void aSnapshotThatIsDamagedOrForeignIsSetAsideAndEverythingIsNew(String text) throws IOException {
        Files.createDirectories(folder.resolve(".sluice"));
        Files.writeString(folder.resolve(".sluice/manifest.json"), text);

        assertThat(reasons(decide(scene.run(), PLAN))).containsExactly("2 NEW");

        assertThat(folder.resolve(".sluice/manifest.json")).doesNotExist();
        assertThat(folder.resolve(".sluice/manifest.json.bak")).hasContent(text);
        assertThat(reasons(decide(scene.run(), PLAN))).containsExactly("2 NEW");
    }

    @Test
    void aSnapshotWithAPathThatNoFileSystemTakesIsSetAside() throws IOException {
        foreign(SnapshotEntry.foreign(1, "x".repeat(256) + ".md", NOON, SnapshotEntry.ACTIVE), "page:2");

        assertThat(reasons(decide(scene.run(), PLAN))).containsExactly("2 NEW");
        assertThat(folder.resolve(".sluice/manifest.json")).doesNotExist();
    }

    @Test
    void aFileThatLiesBehindALinkOutOfTheDestinationIsTakenForMissing(@TempDir Path elsewhere) throws IOException {
        foreign(SnapshotEntry.foreign(1, "ENG/linked/Plan.md", NOON, SnapshotEntry.ACTIVE), "page:2");
        Files.writeString(elsewhere.resolve("Plan.md"), "test");
        Files.createDirectories(folder.resolve("ENG"));
        Files.createSymbolicLink(folder.resolve("ENG/linked"), elsewhere);

        assertThat(reasons(decide(scene.run(), page("2", "Plan", "ENG/linked/Plan.md"))))
                .containsExactly("2 REPAIR");
    }

    @Test
    void aSnapshotThatIsKeptElsewhereIsFoundThere() throws IOException {
        exportedElsewhere();
        files(HOME);
        Files.createDirectories(folder.resolve(".other"));
        Files.move(folder.resolve(".sluice/manifest.json"), folder.resolve(".other/state.json"));
        Files.writeString(
                folder.resolve(".sluice/export.json"),
                "{\"confluence_url\": \"https://acme.example/wiki\", \"scopes\": [], \"manifest\": \".other/state.json\"}");

        assertThat(decide(scene.run(), HOME).changes()).isEmpty();
    }

    @Test
    void whatAnotherToolExportedIsTakenForTheVersionThatItSays() throws IOException {
        foreign(SnapshotEntry.foreign(1, HOME.path(), NOON, SnapshotEntry.ACTIVE), "page:1");
        files(HOME);
        PageResource sameNumber = HOME.at(new ResourceVersion(1, Instant.parse("2026-05-05T00:00:00Z")));

        assertThat(decide(scene.run(), sameNumber).changes()).isEmpty();
        assertThat(decide(scene.run(), sameNumber).changes()).isEmpty();
        assertThat(reasons(decide(scene.run(), HOME)))
                .as("by now the time of the version is known")
                .containsExactly("1 VERSION");
        assertThat(manifest.find(scene.export(), List.of(HOME.key()))
                        .get(HOME.key())
                        .checksum())
                .isEqualTo(CHECKSUM);
    }

    @Test
    void pagesOfAnotherToolAreRenderedAnewWhenAnythingThatTheyMayLinkToMoves() throws IOException {
        foreign(SnapshotEntry.foreign(1, HOME.path(), NOON, SnapshotEntry.ACTIVE), "page:1");
        files(HOME);
        RunRef quiet = scene.runListing(HOME, PLAN);
        decide(quiet, HOME, PLAN);
        manifest.record(List.of(exported(quiet, 1, PLAN, 0)));
        assertThat(followUps(quiet)).isEmpty();

        PageResource moved = page("2", "Plan", "ENG/Elsewhere.md");
        RunRef run = scene.runListing(HOME, moved);
        manifest.record(List.of(exported(run, 1, moved, 1)));

        assertThat(followUps(run)).contains("1 LINKS");
    }

    /** As the detector of another database has left it. */
    private void exportedElsewhere() {
        String format = new MarkdownConverter(MarkdownOptions.defaults()).fingerprint();
        RunRef run = new Scene(folder).run();
        manifest.record(List.of(
                with(exported(run, 0, HOME, 0, new Reference("title:ENG/Plan", PLAN.path())), format),
                with(exported(run, 1, PLAN, 0), format),
                with(exported(run, 2, PICTURE, 0), "")));
        snapshots.write(new RunEvent.Sealing(run, 3, HEADER));
    }

    private static Outcome with(Outcome outcome, String format) {
        Outcome.Exported done = (Outcome.Exported) outcome;
        StoredCopy output = new StoredCopy(done.output().key(), CHECKSUM, 4);
        boolean page = done.target().resource() instanceof PageResource;
        return new Outcome.Exported(
                done.target(),
                done.reason(),
                done.effect(),
                output,
                page ? done.source() : output,
                format,
                done.references(),
                null,
                done.at(),
                null);
    }

    private void foreign(SnapshotEntry entry, String key) throws IOException {
        Files.createDirectories(folder.resolve(".sluice"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(".sluice/manifest.json"));
                SnapshotOutput snapshot = new SnapshotOutput(out, SnapshotHead.of(HEADER, NOON))) {
            snapshot.add(key, entry);
        }
    }

    private void files(Resource... resources) throws IOException {
        for (Resource resource : resources) {
            Path file = folder.resolve(resource.path());
            Files.createDirectories(file.getParent());
            Files.write(file, "test".getBytes(UTF_8));
        }
    }

    private Decisions.Verdict decide(RunRef run, Resource... resources) {
        List<Descriptor> descriptors = new ArrayList<>();
        for (Resource resource : resources) {
            descriptors.add(new Descriptor(run, descriptors.size(), resource));
        }
        welcoming.of(run);
        return decisions.on(descriptors);
    }

    private static List<String> reasons(Decisions.Verdict verdict) {
        return verdict.changes().stream().map(AdoptionTest::reason).toList();
    }

    private List<String> followUps(RunRef run) {
        return closings.plan(new RunEvent.Closing(run, 5, 0, false, false)).changes().stream()
                .map(AdoptionTest::reason)
                .toList();
    }

    private static String reason(Change change) {
        return switch (change) {
            case Change.Fetch fetch -> fetch.target().resource().key().id() + " " + fetch.reason();
            case Change.Reuse reuse -> reuse.target().resource().key().id() + " " + reuse.reason();
            case Change.Remove remove -> remove.resource().id() + " removed";
        };
    }
}
