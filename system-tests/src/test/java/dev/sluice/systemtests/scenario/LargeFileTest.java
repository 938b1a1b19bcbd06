package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.OutputTree;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file that is larger than the memory of the process that exports it, on a line that breaks now and then. */
class LargeFileTest {

    /** The heap of {@link OneJvm} has 384 MiB. */
    private static final long MORE_THAN_THE_HEAP = 450_000_000;

    @Test
    void isExportedWholeInASmallHeap() throws IOException {
        try (TestSite site = TestSite.withOneFile(600_000_000)) {
            FolderCopy calm = OneJvm.asShipped().newCopy(site);
            FolderCopy disturbed = OneJvm.asShipped().newCopy(site);
            Path one = file(calm);
            site.faults().seed(3);
            site.faults().truncated(0.5);
            Path other = file(disturbed);
            assertThat(Files.size(one)).isGreaterThan(MORE_THAN_THE_HEAP);
            assertThat(Files.mismatch(one, other)).as("first byte that differs").isEqualTo(-1);
            Files.delete(one);
            Files.delete(other);
        }
    }

    private static Path file(FolderCopy copy) {
        RunFigures figures = copy.sync();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        return OutputTree.filesIn(copy.folder()).stream()
                .filter(file -> file.getParent().endsWith("_attachments"))
                .findFirst()
                .orElseThrow();
    }
}
