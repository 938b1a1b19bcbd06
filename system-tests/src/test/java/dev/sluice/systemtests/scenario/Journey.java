package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.systemtests.topology.Copy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestSite;
import java.util.function.Consumer;

/** One copy through the changes of its site: after every step it must equal a fresh export. */
final class Journey {

    private final TestSite site;
    private final Copy copy;
    private final FourServices reference;

    /** {@code reference} makes the fresh exports. */
    Journey(TestSite site, Copy copy, FourServices reference) {
        this.site = site;
        this.copy = copy;
        this.reference = reference;
    }

    /** Changes the site, syncs, checks what the run did, and compares. A failure names the step. */
    Journey step(String name, Runnable change, Consumer<RunFigures> check) {
        try {
            change.run();
            site.statistics().reset();
            RunFigures figures = copy.sync();
            assertThat(figures.failed()).as("failed of %s", figures).isZero();
            assertThat(figures.complete()).as("complete: %s", figures).isTrue();
            check.accept(figures);
            requireFresh();
            return this;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Step '%s' of %s: %s".formatted(name, site.name(), e.getMessage()), e);
        }
    }

    /** The copy equals a fresh export of the site as it is now. */
    void requireFresh() {
        Copy fresh = reference.newCopy(site);
        RunFigures figures = fresh.sync();
        assertThat(figures.complete()).as("fresh export: %s", figures).isTrue();
        assertThat(copy.tree().differencesFrom(fresh.tree()))
                .as("differences from a fresh export")
                .isEmpty();
    }

    /** The run downloaded so many bodies and files, and no more. */
    void requireDownloads(int bodies, int binaries) {
        assertThat(site.statistics().bodies()).as("bodies downloaded").isEqualTo(bodies);
        assertThat(site.statistics().binaries()).as("binaries downloaded").isEqualTo(binaries);
    }
}
