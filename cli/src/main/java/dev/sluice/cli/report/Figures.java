package dev.sluice.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers, sizes and durations as people read them: the same in every locale. */
public final class Figures {

    private Figures() {}

    /** With a comma between thousands. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** In the unit that reads best. */
    public static String duration(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        if (tenths < 600) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round(duration.toMillis() / 1000.0);
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    /** Of a time to come: whole seconds, rounded up. */
    static String left(Duration duration) {
        long seconds = duration.plusMillis(999).toSeconds();
        return seconds < 60 ? seconds + " s" : duration(Duration.ofSeconds(seconds));
    }

    /** In the unit that reads best. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        int unit = 0;
        while (Math.round(value * 10) >= 10240) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %ciB", value, "KMGTPE".charAt(unit));
    }
}
