package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SimulatorCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine =
            SimulatorCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpNamesTheOptions() {
        assertThat(commandLine.execute("--help")).isZero();
        assertThat(out.toString()).contains("--mode", "--host", "--load", "--rate-limit", "--latency");
    }

    @Test
    void wrongArgumentsAreToldInOneLine() {
        assertThat(commandLine.execute("--mode", "server")).isEqualTo(2);
        assertThat(commandLine.execute("--latency", "soon")).isEqualTo(2);
        assertThat(commandLine.execute("--nonsense")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("--mode is cloud or dc, not server"));
    }

    @Test
    void aTakenPortIsToldInOneLine() {
        try (SimulatedConfluence taken = SimulatedConfluence.start(SimulatorOptions.cloud())) {
            String port = Integer.toString(taken.baseUrl().getPort());
            assertThat(commandLine.execute("--port", port)).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines("port " + port + " of the loopback address cannot be used");
        }
    }

    @Test
    void theGatewayCanBeReachedFromTheCommandLine() throws InterruptedException {
        // Given
        Thread running = Thread.ofVirtual()
                .start(() -> commandLine.execute("--port", "0", "--pages", "3", "--atlassian-port", "0"));
        Matcher gateway = Pattern.compile("(\\S+) gateway token (\\S+) cloud id (\\S+)\\R")
                .matcher("");
        await().until(() -> gateway.reset(out.toString()).find());

        // When
        String me = gateway.group(1) + "/ex/confluence/" + gateway.group(3) + "/wiki/rest/api/user/current";
        String user = SimulatorOptions.cloud().user();
        try (Visitor visitor =
                Visitor.at(URI.create(gateway.group(1))).with("Authorization", Visitor.basic(user, gateway.group(2)))) {

            // Then
            assertThat(visitor.ask(me).statusCode()).isEqualTo(200);
        } finally {
            running.interrupt();
            running.join();
        }
    }

    @Test
    void aNamedHostIsHowTheSiteCallsItself() {
        SimulatorOptions named = SimulatorOptions.cloud().withHost("localhost");
        try (SimulatedConfluence site = SimulatedConfluence.start(named)) {
            assertThat(site.baseUrl().toString())
                    .startsWith("http://localhost:")
                    .endsWith("/wiki");
        }
    }
}
