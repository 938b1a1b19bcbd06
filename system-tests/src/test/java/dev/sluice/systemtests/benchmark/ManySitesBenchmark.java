package dev.sluice.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.ReplicatedServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exports of several sites at once: how far each is when the first one is done, and when each of them is. */
class ManySitesBenchmark {

    private static final int SITES = Integer.getInteger("benchmark.sites", 10);
    private static final int PAGES = Integer.getInteger("benchmark.pages", 300);
    private static final Duration LATENCY = Duration.ofMillis(Integer.getInteger("benchmark.latency", 100));
    /** The planner that is asked has other work to do. */
    private static final Duration LOOKS = Duration.ofMillis(100);

    private static final double LEAST_SHARE = 0.5;

    private final Figures figures = new Figures("many-sites");

    @Test
    void noneStarves() throws Exception {
        List<TestSite> sites = new ArrayList<>();
        for (int i = 0; i < SITES; i++) {
            sites.add(TestSite.start("site-" + i, Mode.CLOUD, PAGES, Map.of()));
        }
        try (ReplicatedServices services = ReplicatedServices.start(sites, 1)) {
            sites.forEach(site -> site.faults().latency(LATENCY));
            double alone = alone(services, sites.getFirst());
            figures.add("one export of %,d pages alone: %.1f s".formatted(PAGES, alone));
            together(services, sites);
        } finally {
            sites.forEach(TestSite::close);
        }
    }

    private static double alone(ReplicatedServices services, TestSite site) {
        long begin = System.nanoTime();
        RunFigures run = services.newCopy(site, everything()).sync();
        assertThat(run.complete()).as("complete: %s", run).isTrue();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void together(ReplicatedServices services, List<TestSite> sites) {
        long begin = System.nanoTime();
        List<BucketCopy.Run> runs = sites.stream()
                .map(site -> services.newCopy(site, everything()).start())
                .toList();
        double[] ended = new double[runs.size()];
        double[] shares = {};
        while (Arrays.stream(ended).anyMatch(seconds -> seconds == 0)) {
            LockSupport.parkNanos(LOOKS.toNanos());
            for (int i = 0; i < ended.length; i++) {
                if (ended[i] == 0 && runs.get(i).isOver()) {
                    ended[i] = (System.nanoTime() - begin) / 1e9;
                    if (shares.length == 0) {
                        shares = runs.stream()
                                .mapToDouble(ManySitesBenchmark::share)
                                .toArray();
                    }
                }
            }
        }
        runs.forEach(run -> assertThat(run.awaitEnd().complete()).isTrue());
        double[] sorted = Arrays.stream(ended).sorted().toArray();
        figures.add("%d exports of %d sites at once, each ended after s: %s".formatted(SITES, SITES, text(sorted)));
        figures.add("share of each that was done when the first ended: %s".formatted(text(shares)));
        assertThat(Arrays.stream(shares).min().orElse(0))
                .as("least share that was done when the first ended")
                .isGreaterThan(LEAST_SHARE);
    }

    private static double share(BucketCopy.Run run) {
        return (double) run.settled() / Math.max(1, run.resources());
    }

    private static List<String> text(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> "%.2f".formatted(values[i]))
                .toList();
    }

    private static ScopeRef everything() {
        return new ScopeRef("all-spaces", List.of());
    }
}
