package dev.sluice.systemtests.faults;

import java.util.Random;

/** What goes wrong, or happens otherwise, while a run is under way. */
enum Trouble {
    /** kill -9 of a replica. */
    KILL,
    /** kill -9 of the broker. */
    BROKER,
    /** A crash of the database. */
    DATABASE,
    /** The S3 server answers 500 or 503, late, or not at all. */
    STORAGE,
    /** The site cannot be reached. */
    OUTAGE,
    /** The site answers badly. */
    BAD_ANSWERS,
    /** A replica ends as it should. */
    LEAVE,
    /** One more replica joins for a while. */
    JOIN,
    /** Messages are delivered once more. */
    REPEAT,
    /** Messages come that nobody understands. */
    POISON;

    static Trouble any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    /** Whether a run with it may leave something to the next one: nobody can fetch from a site that is not there. */
    boolean excuses() {
        return this == OUTAGE || this == BAD_ANSWERS;
    }
}
