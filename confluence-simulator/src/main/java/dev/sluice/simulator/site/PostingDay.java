package dev.sluice.simulator.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day of a blog post, in the time zone of the site. */
public final class PostingDay {

    private PostingDay() {}

    /** The day of a point in time, in milliseconds since 1970. */
    public static LocalDate of(long createdAt) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(createdAt), ZoneOffset.UTC);
    }
}
