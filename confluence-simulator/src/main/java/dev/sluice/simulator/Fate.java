package dev.sluice.simulator;

import java.time.Duration;

/**
 * What was drawn for one request.
 *
 * @param gateway the status that a gateway before the site answers with in its place; 0 when it does not
 */
record Fate(
        Duration latency,
        boolean reset,
        boolean unavailable,
        boolean truncated,
        boolean wrongLength,
        int gateway,
        boolean slow) {

    /** One of the two, each as likely as the other; {@code fraction} is what was drawn. */
    static int gateway(double probability, double fraction) {
        if (fraction >= probability) {
            return 0;
        }
        return fraction < probability / 2 ? 502 : 504;
    }
}
