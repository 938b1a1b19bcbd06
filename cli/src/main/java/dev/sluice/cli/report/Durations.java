package dev.sluice.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them. */
final class Durations {

    private Durations() {}

    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 3600) {
            return "%d min %d s".formatted(seconds / 60, seconds % 60);
        }
        return "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(Locale.ROOT, "%.1f %ciB", bytes / Math.pow(1024, unit), "KMGTPE".charAt(unit - 1));
    }
}
