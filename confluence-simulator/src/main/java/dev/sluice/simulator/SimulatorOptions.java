package dev.sluice.simulator;

import java.time.Duration;

/**
 * How a simulator starts.
 *
 * @param host name or address that the site is called by in its answers; it listens on the loopback address only, unless
 *     another one is given here: then on all of them
 * @param port port of the site; 0 for any free one
 * @param latency time every request takes at least
 * @param user e-mail address (Cloud) or user name (Data Center) for Basic authentication
 * @param token API token or password for Basic authentication; on Data Center also the personal access token
 */
public record SimulatorOptions(
        Mode mode, String host, int port, SiteShape shape, Duration latency, String user, String token) {

    private static final String LOOPBACK = "127.0.0.1";

    /** A small Cloud site on any free port. */
    public static SimulatorOptions cloud() {
        return new SimulatorOptions(
                Mode.CLOUD, LOOPBACK, 0, SiteShape.small(), Duration.ZERO, "sluice@example.com", "simulator-token");
    }

    /** A small Data Center site on any free port. */
    public static SimulatorOptions dataCenter() {
        return new SimulatorOptions(
                Mode.DATA_CENTER, LOOPBACK, 0, SiteShape.small(), Duration.ZERO, "sluice", "simulator-token");
    }

    public SimulatorOptions withHost(String value) {
        return new SimulatorOptions(mode, value, port, shape, latency, user, token);
    }

    public SimulatorOptions withPort(int value) {
        return new SimulatorOptions(mode, host, value, shape, latency, user, token);
    }

    public SimulatorOptions withShape(SiteShape value) {
        return new SimulatorOptions(mode, host, port, value, latency, user, token);
    }

    public SimulatorOptions withLatency(Duration value) {
        return new SimulatorOptions(mode, host, port, shape, value, user, token);
    }

    public SimulatorOptions withUser(String value) {
        return new SimulatorOptions(mode, host, port, shape, latency, value, token);
    }

    public SimulatorOptions withToken(String value) {
        return new SimulatorOptions(mode, host, port, shape, latency, user, value);
    }

    boolean onLoopback() {
        return host.equals(LOOPBACK);
    }

    @Override
    public String toString() {
        return "SimulatorOptions[" + mode + ", host " + host + ", port " + port + ", " + shape + ", latency " + latency
                + ", " + user + "]";
    }
}
