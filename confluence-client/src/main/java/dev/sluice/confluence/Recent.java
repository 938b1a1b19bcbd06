package dev.sluice.confluence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Asks for what is new, newest version first.
 *
 * @param spaces that are known
 * @param elsewhere whether what is in other spaces is asked for, too
 * @param until the listing goes down to what was changed then, and a little beyond
 */
public record Recent(Collection<Space> spaces, boolean elsewhere, Instant until) {

    /** A site may show a change so much later than changes after it. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    public Recent {
        spaces = List.copyOf(spaces);
    }
}
