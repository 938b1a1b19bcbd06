package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.RequestStatistics;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two fetchers and a planner share the limit of a site that has no patience with those who exceed it. With
 * {@code -Dlimited.pages=10000} it is the benchmark of the limit.
 */
@ExtendWith(TestBed.class)
class LimitedSiteTest {

    /** Below this, start and end of the run weigh too much in the figure. */
    private static final int PAGES_TO_MEASURE = 5_000;

    /** Where the benchmark finds them. */
    private static final Path FIGURES = Path.of("target", "limited-site.txt");

    private final FourServices services;
    private final TestSite site;

    LimitedSiteTest(FourServices services) {
        this.services = services;
        this.site = services.site("limited", Mode.CLOUD);
    }

    @Test
    void usesWhatTheSiteAllowsAndIsNotRefused() throws Exception {
        site.faults().rateLimit(FourServices.LIMIT, FourServices.LIMIT);
        site.statistics().reset();
        BucketCopy copy = services.newCopy(site);
        RunFigures figures;
        try (AutoCloseable _ = services.startAnotherFetcher()) {
            figures = copy.sync();
        } finally {
            site.faults().clear();
        }
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        assertThat(figures.written()).as("written of %s", figures).isEqualTo(2 * FourServices.LIMITED_PAGES);
        assertThat(site.statistics().binaries()).isEqualTo(FourServices.LIMITED_PAGES);
        requireFigures();
    }

    private void requireFigures() throws IOException {
        long requests = site.statistics().requests(RequestStatistics.Host.SITE);
        double seconds = site.statistics().span(RequestStatistics.Host.SITE).toMillis() / 1000.0;
        double used = requests / (seconds * FourServices.LIMIT);
        double refused = (double) site.statistics().answered(429) / requests;
        Files.writeString(
                FIGURES,
                "%,d pages, %,d requests in %.1f s: %.1f %% of %d a second; %.2f %% answered 429%n"
                                .formatted(
                                        FourServices.LIMITED_PAGES,
                                        requests,
                                        seconds,
                                        100 * used,
                                        FourServices.LIMIT,
                                        100 * refused)
                        + "requests in each second: " + site.statistics().bySecond(RequestStatistics.Host.SITE) + "\n"
                        + "endpoints: " + site.statistics().byEndpoint(RequestStatistics.Host.SITE) + "\n");
        assertThat(refused).as("share of 429").isLessThan(0.01);
        assertThat(used).as("share of the limit").isBetween(leastUse(), 1.05);
    }

    private static double leastUse() {
        return FourServices.LIMITED_PAGES < PAGES_TO_MEASURE ? 0.3 : 0.95;
    }
}
