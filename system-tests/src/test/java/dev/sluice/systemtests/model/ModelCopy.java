package dev.sluice.systemtests.model;

import java.nio.file.Path;
import java.util.Random;

/** A folder that is kept up to date, and closely looked at. */
interface ModelCopy {

    Path folder();

    /** Starts a run. */
    Run start(Policy policy);

    /** How a run goes about it. */
    record Policy(boolean prune, boolean allowMassDelete) {}

    /** A run under way. */
    interface Run {

        /** kill -9 of something that takes part in it. */
        void kill(Random random);

        End await();
    }

    /** The states in which a run may be over. */
    enum State {
        SUCCEEDED,
        INCOMPLETE,
        FAILED,
        KILLED
    }

    /**
     * How a run ended.
     *
     * @param withheld resources that the guard kept
     * @param told all that was said of it
     */
    record End(State state, int resources, int unchanged, int withheld, String told) {

        boolean is(State other) {
            return state == other;
        }
    }
}
