package dev.sluice.simulator;

import java.time.Duration;

/**
 * How a simulator starts.
 *
 * @param port port of the site on the loopback address; 0 for any free one
 * @param latency time every request takes at least
 * @param user e-mail address (Cloud) or user name (Data Center) for Basic authentication
 * @param token API token or password for Basic authentication; on Data Center also the personal access token
 */
public record SimulatorOptions(Mode mode, int port, SiteShape shape, Duration latency, String user, String token) {

    /** A small Cloud site on any free port. */
    public static SimulatorOptions cloud() {
        return new SimulatorOptions(
                Mode.CLOUD, 0, SiteShape.small(), Duration.ZERO, "sluice@example.com", "simulator-token");
    }

    /** A small Data Center site on any free port. */
    public static SimulatorOptions dataCenter() {
        return new SimulatorOptions(Mode.DATA_CENTER, 0, SiteShape.small(), Duration.ZERO, "sluice", "simulator-token");
    }

    public SimulatorOptions withPort(int value) {
        return new SimulatorOptions(mode, value, shape, latency, user, token);
    }

    public SimulatorOptions withShape(SiteShape value) {
        return new SimulatorOptions(mode, port, value, latency, user, token);
    }

    public SimulatorOptions withLatency(Duration value) {
        return new SimulatorOptions(mode, port, shape, value, user, token);
    }

    public SimulatorOptions withUser(String value) {
        return new SimulatorOptions(mode, port, shape, latency, value, token);
    }

    public SimulatorOptions withToken(String value) {
        return new SimulatorOptions(mode, port, shape, latency, user, value);
    }

    @Override
    public String toString() {
        return "SimulatorOptions[" + mode + ", port " + port + ", " + shape + ", latency " + latency + ", " + user
                + "]";
    }
}
