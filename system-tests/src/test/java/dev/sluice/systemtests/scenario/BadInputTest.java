package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong is said in one sentence, with the documented exit code, and nothing is half-written. */
@ExtendWith(TestBed.class)
class BadInputTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final OneJvm sluice = OneJvm.asShipped();
    private final FourServices services;
    private final TestSite site;
    private final FolderCopy copy;

    BadInputTest(FourServices services) {
        this.services = services;
        this.site = services.site("faults", Mode.DATA_CENTER);
        this.copy = sluice.newCopy(site);
    }

    @Test
    void anUnknownSpaceIsAWrongUse() {
        assertThat(said(2, site.environment(), "spaces", "NOPE", "--url", site.url()))
                .contains("NOPE");
    }

    @Test
    void anUnknownPageIsAWrongUse() {
        assertThat(said(2, site.environment(), "pages", "987654321", "--url", site.url()))
                .contains("987654321");
    }

    @Test
    void aWrongTokenIsNotAuthorised() {
        Map<String, String> wrong = Map.of("SLUICE_TOKEN", "wrong");
        assertThat(said(4, wrong, "spaces", TestSite.SPACE, "--url", site.url()))
                .contains("token");
    }

    @Test
    void aHostThatCannotBeReachedIsAWrongConfiguration() {
        assertThat(said(2, site.environment(), "spaces", TestSite.SPACE, "--url", "http://127.0.0.1:1/wiki"))
                .contains("127.0.0.1:1");
    }

    /** The sentence on standard error, after the check that nothing was exported. */
    private String said(int exitCode, Map<String, String> environment, String... arguments) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments),
                        java.util.stream.Stream.of(
                                "--output-path", copy.folder().toString()))
                .toArray(String[]::new);
        try (JavaProcess process = sluice.start(environment, all)) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s", process.err())
                    .isEqualTo(exitCode);
            String sentence = Said.oneSentence(process);
            if (copy.exists()) {
                assertThat(copy.writtenAt()).as("files outside .sluice").isEmpty();
                assertThat(copy.leftovers()).as("temporary files").isEmpty();
            }
            return sentence;
        }
    }

    @Test
    void refusesADestinationThatBelongsToAnotherSite() {
        assertThat(copy.sync().complete()).isTrue();
        Map<String, FileTime> before = copy.writtenAt();
        TestSite other = services.site("faults", Mode.CLOUD);
        try (JavaProcess process = sluice.start(other.environment(), OneJvm.exportOf(other, copy.folder()))) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s", process.err())
                    .isEqualTo(3);
            assertThat(Said.oneSentence(process)).contains(site.url()).contains(other.url());
            assertThat(copy.writtenAt()).isEqualTo(before);
            assertThat(copy.leftovers()).as("temporary files").isEmpty();
        }
    }

    @Test
    void exportsAPageWhoseBodyIsIllFormed() {
        String page = site.pages().get(4);
        String before = site.content().storage(page);
        site.content()
                .editPage(page, "<p>An <strong>unclosed element & a bare ampersand<ac:structured-macro ac:name=\"x\">");
        RunFigures figures = copy.sync();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        new Journey(site, copy, services).requireFresh();
        site.content().editPage(page, before);
    }
}
