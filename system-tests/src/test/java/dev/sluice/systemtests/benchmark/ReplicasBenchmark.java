package dev.sluice.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.RequestStatistics.Host;
import dev.sluice.systemtests.topology.ReplicatedServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.Service;
import dev.sluice.systemtests.topology.TestSite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much sooner two fetchers are done than one, where the site's latency is what limits them. */
class ReplicasBenchmark {

    private static final int PAGES = Integer.getInteger("benchmark.pages", 2_000);
    private static final Duration LATENCY = Duration.ofMillis(Integer.getInteger("benchmark.latency", 300));
    private static final String DOWNLOAD = "GET /rest/api/content/{pageId}/child/attachment/{attachmentId}/download";

    private final Figures figures = new Figures("replicas");

    @Test
    void twoFetchersAreNearlyTwiceAsFast() throws Exception {
        try (TestSite site = TestSite.start("far-away", Mode.CLOUD, PAGES, Map.of("max-concurrency", "16"));
                ReplicatedServices services = ReplicatedServices.start(List.of(site), 1)) {
            warmUp(services, site);
            double one = seconds(services, site);
            services.join(Service.FETCHER);
            services.awaitReady();
            double two = seconds(services, site);
            figures.add("two fetchers are %.2f times as fast as one".formatted(one / two));
            assertThat(one / two).as("times as fast").isGreaterThan(1.8);
        }
    }

    private static void warmUp(ReplicatedServices services, TestSite site) {
        RunFigures run = services.newCopy(site, everything()).sync();
        assertThat(run.complete()).as("complete: %s", run).isTrue();
    }

    /** From the first download to the last one; every body and every file is asked for once. */
    private double seconds(ReplicatedServices services, TestSite site) {
        int replicas = services.pids(Service.FETCHER).size();
        site.statistics().reset();
        site.faults().latency(LATENCY);
        RunFigures run = services.newCopy(site, everything()).sync();
        site.faults().clear();
        assertThat(run.complete()).as("complete: %s", run).isTrue();
        assertThat(site.statistics().bodies()).as("bodies").isEqualTo(PAGES);
        assertThat(site.statistics().binaries()).as("files").isEqualTo(PAGES);
        long begin = System.nanoTime();
        await("no lag").atMost(Duration.ofMinutes(1)).until(() -> services.lag() == 0);
        List<Long> bySecond = site.statistics().bySecond(Host.SITE, DOWNLOAD);
        long downloads = bySecond.stream().mapToLong(Long::longValue).sum();
        double seconds = site.statistics().span(Host.SITE, DOWNLOAD).toMillis() / 1000.0;
        figures.add(
                "%d fetcher(s): %,d files in %.1f s, %.1f a second, each once; no lag %.1f s after the run; each second: %s"
                        .formatted(
                                replicas,
                                downloads,
                                seconds,
                                PAGES / seconds,
                                (System.nanoTime() - begin) / 1e9,
                                bySecond));
        return seconds;
    }

    private static ScopeRef everything() {
        return new ScopeRef("all-spaces", List.of());
    }
}
