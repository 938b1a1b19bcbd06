package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static dev.sluice.detector.Scene.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Findings;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.LocalObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rendering could not do, kept for every page of the export, in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class FindingFilesTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");

    @Inject
    FindingFiles files;

    @Inject
    Manifest manifest;

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void twoPages() {
        scene = new Scene(folder);
        rendered(HOME, 0, Map.of("frob", 2, "gadget", 1), List.of("page ENG Gone", "#nowhere"));
        rendered(PLAN, 0, Map.of("frob", 1), List.of());
    }

    @Test
    void nameEveryUnknownMacroAndItsPages() throws IOException {
        assertThat(write()).isEqualTo(new FindingFiles.Count(4, 2));

        assertThat(Wire.json().readTree(read("macros.json")))
                .isEqualTo(Wire.json().readTree("""
                {"frob": {"count": 3, "pages": [
                   {"page": "page:1", "path": "ENG/Home.md", "count": 2},
                   {"page": "page:2", "path": "ENG/Plan.md", "count": 1}]},
                 "gadget": {"count": 1, "pages": [{"page": "page:1", "path": "ENG/Home.md", "count": 1}]}}"""));
        assertThat(read("links.jsonl").lines())
                .containsExactly(
                        "{\"page\":\"page:1\",\"path\":\"ENG/Home.md\",\"target\":\"page ENG Gone\"}",
                        "{\"page\":\"page:1\",\"path\":\"ENG/Home.md\",\"target\":\"#nowhere\"}");
    }

    @Test
    void aPageThatIsRenderedAgainReplacesWhatWasFoundOfItAndOfNoOther() throws IOException {
        rendered(HOME, 1, Map.of(), List.of("#elsewhere"));

        assertThat(write()).isEqualTo(new FindingFiles.Count(1, 1));
        assertThat(read("macros.json")).contains("ENG/Plan.md").doesNotContain("ENG/Home.md", "gadget");
    }

    @Test
    void anOlderRenderingThatIsReportedLateChangesNothing() {
        rendered(HOME, -1, Map.of("old", 7), List.of());

        assertThat(write()).isEqualTo(new FindingFiles.Count(4, 2));
    }

    @Test
    void aPageThatIsGoneIsNotNamed() {
        manifest.record(List.of(removed(scene.run(), 0, HOME, false)));

        assertThat(write()).isEqualTo(new FindingFiles.Count(1, 0));
    }

    @Test
    void aPageThatMovedIsNamedByItsNewPath() throws IOException {
        rendered(page("2", "Plan", "ENG/Old/Plan.md"), 1, Map.of("frob", 1), List.of());

        write();

        assertThat(read("macros.json")).contains("ENG/Old/Plan.md").doesNotContain("\"ENG/Plan.md\"");
    }

    @Test
    void thereAreFilesWhenThereIsNothingToSay() throws IOException {
        scene = new Scene(folder);

        assertThat(write()).isEqualTo(new FindingFiles.Count(0, 0));
        assertThat(Wire.json().readTree(read("macros.json"))).isEmpty();
        assertThat(read("links.jsonl")).isEmpty();
    }

    @Test
    void thousandsOfOddNamesAreKept() {
        List<String> odd = IntStream.range(0, 3000)
                .mapToObj(i -> "nul \u0000 half \ud83d " + "long".repeat(2000) + i)
                .toList();
        rendered(HOME, 1, Map.of("x\u0000".repeat(500), 1), odd);

        assertThat(write()).isEqualTo(new FindingFiles.Count(2, 2000));
    }

    private void rendered(PageResource page, int seconds, Map<String, Integer> macros, List<String> links) {
        Outcome.Exported done = (Outcome.Exported) exported(scene.run(), 0, page, seconds);
        manifest.record(List.of(new Outcome.Exported(
                done.target(),
                done.reason(),
                done.effect(),
                done.output(),
                done.source(),
                done.format(),
                done.references(),
                new Findings(macros, links),
                done.at(),
                null)));
    }

    private FindingFiles.Count write() {
        return files.write(scene.export(), LocalObjectStore.open(folder));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(".sluice").resolve(file));
    }
}
