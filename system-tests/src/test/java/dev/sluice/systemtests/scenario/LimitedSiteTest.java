package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.RequestStatistics;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.Service;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final String DOWNLOAD = "GET /rest/api/content/{pageId}/child/attachment/{attachmentId}/download";

    /** With it a planner begins. */
    private static final String FIRST = "GET /rest/api/user/current";

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
        RunFigures figures;
        try (AutoCloseable _ = services.startAnotherFetcher()) {
            warmUp();
            site.faults().rateLimit(FourServices.LIMIT, FourServices.LIMIT);
            site.statistics().reset();
            figures = services.newCopy(site).sync();
        } finally {
            site.faults().clear();
        }
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        assertThat(figures.written()).as("written of %s", figures).isEqualTo(2 * FourServices.LIMITED_PAGES);
        assertThat(site.statistics().binaries()).isEqualTo(FourServices.LIMITED_PAGES);
        requireFigures();
        assertThat(services.metrics(Service.FETCHER))
                .as("that it waited for seconds, and why")
                .containsPattern(
                        "sluice_confluence_waits_seconds_sum\\{reason=\"pace\",site=\"limited-cloud\"\\} [1-9]");
    }

    /** As in a deployment that has exported something before, if that is asked for. */
    private void warmUp() {
        if (FourServices.WARM_UP_PAGES > 0) {
            RunFigures figures =
                    services.newCopy(services.site("warm-up", Mode.CLOUD)).sync();
            assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        }
    }

    private void requireFigures() throws IOException {
        RequestStatistics asked = site.statistics();
        long requests = asked.requests(RequestStatistics.Host.SITE);
        double seconds = asked.span(RequestStatistics.Host.SITE).toMillis() / 1000.0;
        double used = requests / (seconds * FourServices.LIMIT);
        List<Long> fetching = asked.bySecond(RequestStatistics.Host.SITE, DOWNLOAD);
        double usedFetching =
                fetching.stream().mapToLong(count -> count).sum() / ((double) fetching.size() * FourServices.LIMIT);
        double refused = (double) asked.answered(429) / requests;
        Files.writeString(
                FIGURES,
                "%,d pages, %,d requests in %.1f s, %.2f %% answered 429%n"
                                .formatted(FourServices.LIMITED_PAGES, requests, seconds, 100 * refused)
                        + "of %d a second: %.1f %% from the first request to the last, %.1f %% from the first download on%n"
                                .formatted(FourServices.LIMIT, 100 * used, 100 * usedFetching)
                        + "requests in each second, from the first on: %s%n"
                                .formatted(asked.bySecond(RequestStatistics.Host.SITE, FIRST)));
        assertThat(refused).as("share of 429").isLessThan(0.01);
        assertThat(used).as("share of the limit").isLessThan(1.05);
        assertThat(usedFetching)
                .as("share of the limit while there is something to fetch")
                .isGreaterThan(leastUse());
    }

    private static double leastUse() {
        return FourServices.LIMITED_PAGES < PAGES_TO_MEASURE ? 0.3 : 0.95;
    }
}
