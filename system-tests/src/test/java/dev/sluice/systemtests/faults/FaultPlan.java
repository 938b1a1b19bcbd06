package dev.sluice.systemtests.faults;

import dev.sluice.simulator.Mode;

/** What some rounds do: everything that is drawn in them follows from these. */
record FaultPlan(Mode mode, long seed, int rounds) {

    /** The command that does the same again as far as this many rounds. */
    String upTo(int count) {
        return "./mvnw verify -Dquick -pl system-tests -am -Dtest=FaultTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dfaults.seed=%d -Dfaults.rounds=%d".formatted(seed, count);
    }

    @Override
    public String toString() {
        return "%s, seed %d, %d rounds".formatted(mode, seed, rounds);
    }
}
