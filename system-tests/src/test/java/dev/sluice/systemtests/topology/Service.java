package dev.sluice.systemtests.topology;

import java.util.List;
import java.util.Locale;

/** The four services. */
public enum Service {
    PLANNER,
    DETECTOR,
    FETCHER,
    RENDERER;

    String module() {
        return word() + "-service";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Arguments that let the service take its work in small portions, so that a small run has many of them; not with {@code -Dlarge.batches=true}. */
    List<String> smallBatches() {
        if (Boolean.getBoolean("large.batches")) {
            return List.of();
        }
        return switch (this) {
            case PLANNER -> List.of();
            case DETECTOR -> List.of(tenAtOnce("descriptors-in"));
            // small runs wait for every batch
            case FETCHER ->
                List.of(tenAtOnce("fetch-changes-in"), "-Dmp.messaging.incoming.fetch-changes-in.fetch.max.wait.ms=50");
            case RENDERER -> List.of(tenAtOnce("contents-in"));
        };
    }

    private static String tenAtOnce(String channel) {
        return "-Dmp.messaging.incoming.%s.max.poll.records=10".formatted(channel);
    }
}
