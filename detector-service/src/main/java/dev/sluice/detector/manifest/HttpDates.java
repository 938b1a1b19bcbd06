package dev.sluice.detector.manifest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as servers say them, and as snapshots hold them. */
final class HttpDates {

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    /** Null for what is none. */
    static @Nullable Instant instant(@Nullable String said) {
        try {
            return said == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In the form that HTTP asks servers to say it in; null for null. */
    static @Nullable String said(@Nullable Instant time) {
        return time == null ? null : HTTP.format(time);
    }
}
