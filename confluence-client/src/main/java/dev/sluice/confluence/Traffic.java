package dev.sluice.confluence;

import dev.sluice.confluence.limit.Pause;

/**
 * How a client gets on with its site at this moment; what a display or a metric can show.
 *
 * @param concurrency requests that may be under way at once at present
 * @param requestsPerSecond the pace that is kept; zero when none is
 * @param throttled answers so far that asked to slow down
 * @param pause the one in force, or a past one
 */
public record Traffic(int concurrency, double requestsPerSecond, long throttled, Pause pause) {

    /** Nothing asked, nothing limited. */
    public static final Traffic NONE = new Traffic(1, 0, 0, Pause.NONE);
}
