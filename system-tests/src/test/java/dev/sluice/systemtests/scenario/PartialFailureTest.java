package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.Wire;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SiteShape;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One file that cannot be downloaded spoils nothing but itself, is said to be missing, and comes with the next run. */
@ExtendWith(TestBed.class)
class PartialFailureTest {

    private static final int MORE_THAN_THE_CLIENT_TRIES = 4;

    private final FourServices services;
    private final TestSite site;

    PartialFailureTest(FourServices services) {
        this.services = services;
        this.site = services.site("model", Mode.CLOUD);
        site.renew(SiteShape.small().withPagesPerSpace(30).withAttachmentBytes(1_000));
    }

    @AfterEach
    void clearFaults() {
        site.faults().clear();
    }

    @Test
    void isListedWithItsCauseAndTakenUpByTheNextRun() throws IOException {
        FolderCopy copy = OneJvm.givingUpSoon().newCopy(site);
        assertThat(copy.sync().complete()).isTrue();
        Path snapshot = copy.folder().resolve(".sluice/manifest.json");
        String before = Files.readString(snapshot);
        breakOneFile();
        site.content().appendToPage(site.pages().get(4), "Not here before.");

        try (JavaProcess process = copy.start()) {
            assertThat(process.await(Duration.ofMinutes(2))).as("exit code").isEqualTo(1);
            assertThat(process.out()).contains("1 resource failed").containsPattern("fail: +.*FETCH, UNAVAILABLE: ");
            assertThat(FolderCopy.figure(process.out(), "Failed")).isEqualTo(1);
            assertThat(FolderCopy.figure(process.out(), "Tried again")).isEqualTo(1);
            assertThat(FolderCopy.figure(process.out(), "Updated")).isEqualTo(1);
        }
        assertThat(snapshot).hasContent(before);
        JsonNode failure = reportOfTheLastRun(copy.folder()).path("failures").path(0);
        assertThat(failure.path("stage").asText()).isEqualTo("FETCH");
        assertThat(failure.path("category").asText()).isEqualTo("UNAVAILABLE");
        assertThat(failure.path("detail").asText()).isNotBlank();

        site.faults().clear();
        site.statistics().reset();
        RunFigures next = copy.sync();
        assertThat(next.complete()).isTrue();
        assertThat(next.written()).isEqualTo(1);
        assertThat(site.statistics().bodies()).as("bodies downloaded").isZero();
        assertThat(site.statistics().binaries()).as("files downloaded").isEqualTo(1);
        assertThat(Files.readString(snapshot)).isNotEqualTo(before);
        new Journey(site, copy, services).requireFresh();
    }

    @Test
    void isTriedAgainInTheSameRun() {
        BucketCopy copy = services.newCopy(site);
        copy.sync();
        breakOneFile();
        site.statistics().reset();

        BucketCopy.Run run = copy.start();
        await("the client gives the file up")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> site.statistics().answered(503) >= MORE_THAN_THE_CLIENT_TRIES);
        site.faults().clear();

        JsonNode end = run.awaitAnyEnd();
        assertThat(end.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(end.path("retried").asInt()).as("tried again").isEqualTo(1);
        assertThat(end.path("stored").asInt()).as("written").isEqualTo(1);
        new Journey(site, copy, services).requireFresh();
    }

    /** A new version that nobody can download. */
    private void breakOneFile() {
        String file = site.content().attachments(site.pages().get(7)).getFirst().id();
        site.content().newAttachmentVersion(file, "other bytes".getBytes(StandardCharsets.UTF_8));
        site.faults().refuse(file, 503, 0);
    }

    private static JsonNode reportOfTheLastRun(Path folder) throws IOException {
        try (Stream<Path> reports = Files.list(folder.resolve(".sluice/runs"))) {
            Path last = reports.max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()))
                    .orElseThrow();
            return Wire.json().readTree(Files.readAllBytes(last));
        }
    }
}
