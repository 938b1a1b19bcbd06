package dev.sluice.simulator.site;

/** Time that passes by a second and a bit with every event, from the start of 2026: equal histories get equal times. */
final class LogicalClock {

    private static final long EPOCH = 1_767_225_600_000L;
    private static final long TICK = 1_009;

    private long now = EPOCH;

    /** The time of the last event, in milliseconds since 1970. */
    long now() {
        return now;
    }

    /** The next point in time, in milliseconds since 1970. */
    long tick() {
        now += TICK;
        return now;
    }
}
