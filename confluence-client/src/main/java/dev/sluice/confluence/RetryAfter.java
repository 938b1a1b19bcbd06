package dev.sluice.confluence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the header of that name: seconds or a date. */
final class RetryAfter {

    /** A site that says this or more means never; it is then asked again at our own pace. */
    private static final Duration ABSURD = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d+)?");

    private RetryAfter() {}

    /** How long to wait; zero when the header says nothing usable. */
    static Duration parse(String header, Instant now) {
        Duration wait = SECONDS.matcher(header.strip()).matches()
                ? Duration.ofMillis((long) Math.ceil(Double.parseDouble(header.strip()) * 1000))
                : untilDate(header, now);
        return wait.isNegative() || wait.compareTo(ABSURD) >= 0 ? Duration.ZERO : wait;
    }

    private static Duration untilDate(String header, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, date);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
