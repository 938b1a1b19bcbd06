package dev.sluice.systemtests.model;

import dev.sluice.simulator.SimulatorFaults;
import java.time.Duration;
import java.util.Random;

/** What goes wrong during a run, or happens meanwhile. */
enum Disturbance {
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
    static String spoil(SimulatorFaults faults, Random random) {
        faults.seed(random.nextLong());
        return switch (random.nextInt(8)) {
            case 0 -> {
                faults.unavailable(0.05);
                faults.reset(0.05);
                faults.truncated(0.03);
                faults.wrongLength(0.03);
                yield "some of everything";
            }
            case 1 -> {
                faults.unavailable(0.3);
                yield "many 503";
            }
            case 2 -> {
                faults.reset(0.3);
                yield "many resets";
            }
            case 3 -> {
                faults.truncated(0.3);
                yield "many bodies that break off";
            }
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
}
