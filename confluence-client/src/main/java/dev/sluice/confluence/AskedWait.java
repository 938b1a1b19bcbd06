package dev.sluice.confluence;

import dev.sluice.confluence.limit.Pause;
import java.time.Duration;

/**
 * For how long a site asks to be left alone, and why.
 *
 * @param atLeast zero when it does not say
 */
record AskedWait(Duration atLeast, Pause.Reason reason) {

    static final AskedWait NONE = new AskedWait(Duration.ZERO, Pause.Reason.UNAVAILABLE);

    /** An allowance of an hour comes back at a full hour: to ask before that is in vain, and never takes longer. */
    private static final Duration LONGEST_QUOTA = Duration.ofMinutes(65);

    /** The same, cut to what makes sense. */
    AskedWait atMost(Duration longest) {
        Duration limit = reason == Pause.Reason.QUOTA ? LONGEST_QUOTA : longest;
        return atLeast.compareTo(limit) > 0 ? new AskedWait(limit, reason) : this;
    }
}
