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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports of two sites at once, of which one may hardly be asked: the other does not wait for it. */
@ExtendWith(TestBed.class)
class TwoSitesTest {

    private final FourServices services;
    private final TestSite hampered;
    private final TestSite unhindered;

    TwoSitesTest(FourServices services) {
        this.services = services;
        this.hampered = services.site("hampered", Mode.CLOUD);
        this.unhindered = services.site("unhindered", Mode.CLOUD);
    }

    @Test
    void aSiteThatHasToWaitHoldsNobodyUpAndLosesNothing() {
        BucketCopy slowCopy = services.newCopy(hampered);
        BucketCopy.Run slow = slowCopy.start();
        await("the slow run is being fetched")
                .atMost(Duration.ofSeconds(60))
                .until(() -> slow.state().equals("RUNNING"));

        RunFigures quick = services.newCopy(unhindered).sync();
        assertThat(quick.complete()).as("complete: %s", quick).isTrue();
        assertThat(slow.state())
                .as("state of the slow run when the quick one is over")
                .isEqualTo("RUNNING");
        assertThat(slow.settled()).isLessThan(slow.resources());

        services.kill(Service.FETCHER);
        services.restart(Service.FETCHER);
        RunFigures figures = slow.awaitEnd();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        assertThat(figures.written()).isEqualTo(2 * hampered.pages().size());
        assertThat(slowCopy.tree().paths()).hasSize(2 * hampered.pages().size());
    }
}
