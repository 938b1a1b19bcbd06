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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An export writes its Markdown as it was last told to. */
@ExtendWith(TestBed.class)
class ChangedFlavourTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String[] OBSIDIAN = {"--flavour", "obsidian", "--without", "colours"};

    private final OneJvm sluice = OneJvm.asShipped();
    private final TestSite site;

    ChangedFlavourTest(FourServices services) {
        this.site = services.site("faults", Mode.DATA_CENTER);
    }

    @Test
    void everyPageIsWrittenAnewWithoutADownloadAndStaysThatWay() {
        // Given
        FolderCopy copy = sluice.newCopy(site);
        copy.sync();
        site.statistics().reset();

        // When
        run("sync", "--output-path", copy.folder().toString());
        RunFigures again = copy.sync();

        // Then
        assertThat(site.statistics().bodies()).as("bodies downloaded").isZero();
        assertThat(site.statistics().binaries()).as("binaries downloaded").isZero();
        assertThat(again.unchanged()).isEqualTo(again.scanned());
        assertThat(copy.tree().files().values())
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("[["));
        FolderCopy fresh = sluice.newCopy(site);
        run(OneJvm.exportOf(site, fresh.folder()));
        assertThat(copy.tree().differencesFrom(fresh.tree()))
                .as("differences from a fresh export")
                .isEmpty();
    }

    private void run(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of(OBSIDIAN)).toArray(String[]::new);
        try (JavaProcess process = sluice.start(site.environment(), all)) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s", process.err())
                    .isZero();
        }
    }
}
