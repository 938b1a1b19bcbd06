package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.OpenPorts;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command line stops in the middle of a run, by force or by request, and is started again. */
@ExtendWith(TestBed.class)
class KilledCommandTest {

    private static final Duration LATENCY = Duration.ofMillis(150);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(12);

    private final FourServices services;
    private final TestSite site;
    private final FolderCopy copy;

    KilledCommandTest(FourServices services) {
        this.services = services;
        this.site = services.site("kills", Mode.DATA_CENTER);
        this.copy = OneJvm.inSmallBatches().newCopy(site);
    }

    @AfterEach
    void clearFaults() {
        site.faults().clear();
    }

    @Test
    void goesOnAfterKillNine() {
        try (JavaProcess process = startAndAwaitMidRun()) {
            process.kill();
            requireThatSyncCompletes();
            assertThat(copy.leftovers()).as("left of the killed run").isEmpty();
        }
    }

    @Test
    void saysWhatIsDoneWhenInterruptedAndGoesOnLater() {
        try (JavaProcess process = startAndAwaitMidRun()) {
            process.interrupt();
            assertThat(process.await(LONGEST_GOODBYE)).as("exit code").isEqualTo(130);
            assertThat(process.out()).contains("Interrupted after").contains("'sluice sync' goes on from here.");
            assertThat(FolderCopy.figure(process.out(), "Updated"))
                    .as("said to be written")
                    .isLessThanOrEqualTo(copy.writtenAt().size());
            assertThat(process.err()).doesNotContain("Exception").doesNotContain("defect");
            requireThatSyncCompletes();
        }
    }

    @Test
    void refusesASecondRunAndNamesTheFirst() {
        try (JavaProcess first = startAndAwaitMidRun();
                JavaProcess second = startWhileNothingIsAnswered()) {
            assertThat(second.await(Duration.ofSeconds(60))).as("exit code").isEqualTo(3);
            assertThat(second.err()).contains("process " + first.pid());
            Said.oneSentence(second);
            site.faults().clear();
            assertThat(first.await(Duration.ofMinutes(2)))
                    .as("exit code of the first")
                    .isZero();
            new Journey(site, copy, services).requireFresh();
        }
    }

    /** Broker and database listen, on loopback; the services' API is not there. */
    @Test
    void nobodyElsewhereCanConnectWhileItRuns() {
        assumeTrue(OpenPorts.areKnown(), "This system does not tell its open ports.");
        try (JavaProcess process = startAndAwaitMidRun()) {
            assertThat(process.openPorts())
                    .isNotEmpty()
                    .allMatch(OpenPorts.OpenPort::onLoopback, "on loopback")
                    .noneMatch(port -> answersHttp(port.number()), "answers HTTP");
            process.interrupt();
            assertThat(process.await(LONGEST_GOODBYE)).as("exit code").isEqualTo(130);
        }
    }

    private static boolean answersHttp(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII).equals("HTTP");
        } catch (IOException e) {
            return false;
        }
    }

    /** However slowly the second one starts, the first is still there. */
    private JavaProcess startWhileNothingIsAnswered() {
        site.faults().latency(Duration.ofSeconds(10));
        return copy.start();
    }

    private JavaProcess startAndAwaitMidRun() {
        site.faults().latency(LATENCY);
        JavaProcess process = copy.start();
        int all = 2 * site.pages().size();
        await("the run is in its middle")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .failFast("the command has ended", () -> !process.isAlive())
                .until(() -> copy.exists() && isPart(copy.writtenAt(), all));
        return process;
    }

    private static boolean isPart(Map<String, ?> files, int all) {
        return files.size() > 5 && files.size() < all - 5;
    }

    private void requireThatSyncCompletes() {
        site.faults().clear();
        RunFigures figures = copy.sync();
        assertThat(figures.complete()).as("complete: %s", figures).isTrue();
        new Journey(site, copy, services).requireFresh();
    }
}
