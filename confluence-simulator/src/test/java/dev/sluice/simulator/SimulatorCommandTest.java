package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
    void aNamedHostIsHowTheSiteCallsItself() {
        SimulatorOptions named = SimulatorOptions.cloud().withHost("localhost");
        try (SimulatedConfluence site = SimulatedConfluence.start(named)) {
            assertThat(site.baseUrl().toString())
                    .startsWith("http://localhost:")
                    .endsWith("/wiki");
        }
    }
}
