package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.Service;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service dies in the middle of a run and comes back: the run ends by itself, as if nothing had happened. */
@ExtendWith(TestBed.class)
class KilledServiceTest {

    private static final Duration LATENCY = Duration.ofMillis(150);

    private final FourServices services;
    private final TestSite site;

    KilledServiceTest(FourServices services) {
        this.services = services;
        this.site = services.site("kills", Mode.CLOUD);
    }

    @AfterEach
    void clearFaults() {
        site.faults().clear();
    }

    @ParameterizedTest
    @EnumSource
    void survivesTheDeathOfAServiceInMidRun(Service service) {
        BucketCopy copy = services.newCopy(site);
        requireSameAsUndisturbed(copy, service, KilledServiceTest::isPartlySettled);

        new PageTree(site)
                .childrenOf(site.pages().getFirst()).stream()
                        .limit(3)
                        .forEach(page -> site.content().renamePage(page, "Killed " + service + " " + page));
        site.content().trashPage(site.pages().getLast());
        requireSameAsUndisturbed(copy, service, KilledServiceTest::isPartlySettled);
    }

    @Test
    void listsAgainWhenThePlannerDiesWhileListing() {
        requireSameAsUndisturbed(
                services.newCopy(site), Service.PLANNER, run -> run.state().equals("PLANNING"));
    }

    @Test
    void decidesAgainWhenTheDetectorDiesWhileDeciding() {
        requireSameAsUndisturbed(services.newCopy(site), Service.DETECTOR, run -> run.resources() > 0);
    }

    private void requireSameAsUndisturbed(BucketCopy copy, Service service, Predicate<BucketCopy.Run> moment) {
        site.faults().latency(LATENCY);
        BucketCopy.Run run = copy.start();
        await("the moment to kill " + service)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .failFast("the run was over too soon", () -> run.state().matches("SUCCEEDED|INCOMPLETE|FAILED"))
                .until(() -> moment.test(run));
        services.kill(service);
        services.restart(service);
        RunFigures figures = run.awaitEnd();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        site.faults().clear();
        new Journey(site, copy, services).requireFresh();
    }

    private static boolean isPartlySettled(BucketCopy.Run run) {
        int settled = run.settled();
        return settled > 0 && settled < run.resources();
    }
}
