package dev.sluice.systemtests.model;

import dev.sluice.simulator.SimulatorFaults;
import java.time.Duration;
import java.util.Random;

/** What goes wrong during a run, or happens meanwhile. */
public enum Disturbance {
    NONE,
    /** Something that takes part in the run dies. */
    KILL,
    /** The site answers badly. */
    FAULTS,
    /** People go on working. */
    EDITS;

    boolean allows(ModelCopy.State end) {
        return switch (end) {
            case SUCCEEDED -> true;
            case INCOMPLETE -> this != NONE;
            case FAILED -> this == FAULTS || this == EDITS;
            case KILLED -> this == KILL;
        };
    }

    static Disturbance next(Random random, int killsInHundred) {
        int chance = random.nextInt(100);
        if (chance < killsInHundred) {
            return KILL;
        }
        return chance < killsInHundred + 20 ? FAULTS : chance < killsInHundred + 35 ? EDITS : NONE;
    }

    /** Lets the site answer badly in one of many ways; which one. */
    public static String spoil(SimulatorFaults faults, Random random) {
        faults.seed(random.nextLong());
        return switch (random.nextInt(8)) {
            case 0 -> spoil(faults, "some of everything", 0.05, 0.05, 0.03);
            case 1 -> spoil(faults, "many 503", 0.3, 0, 0);
            case 2 -> spoil(faults, "many resets", 0, 0.3, 0);
            case 3 -> spoil(faults, "many bodies that break off or are too short", 0, 0, 0.2);
            case 4 -> {
                faults.wrongLength(0.3);
                yield "many bodies of the wrong length";
            }
            case 5 -> {
                faults.rateLimit(60, 10);
                yield "many 429";
            }
            case 6 -> {
                faults.listingCap(1 + random.nextInt(9));
                faults.ranges(false);
                faults.ignoresIds(true);
                yield "short listings, no ranges, no multi-get";
            }
            default -> {
                faults.latency(Duration.ZERO, Duration.ofMillis(40));
                faults.mediaTokenLifetime(Duration.ofSeconds(1));
                faults.unavailable(0.4);
                yield "slow, and 503 nearly half of the time";
            }
        };
    }

    private static String spoil(
            SimulatorFaults faults, String name, double unavailable, double reset, double truncated) {
        faults.unavailable(unavailable);
        faults.reset(reset);
        faults.truncated(truncated);
        faults.wrongLength(truncated);
        return name;
    }
}
