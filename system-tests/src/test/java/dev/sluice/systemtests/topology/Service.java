package dev.sluice.systemtests.topology;

import java.util.List;
import java.util.Locale;

/** The four services. */
public enum Service {
    PLANNER,
    DETECTOR("descriptors-in"),
    FETCHER("fetch-changes-in"),
    RENDERER("contents-in");

    private final List<String> channels;

    Service(String... channels) {
        this.channels = List.of(channels);
    }

    String module() {
        return word() + "-service";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Arguments that let the service take its work in small portions, so that a small run has many of them. */
    List<String> smallBatches() {
        return channels.stream()
                .map("-Dmp.messaging.incoming.%s.max.poll.records=10"::formatted)
                .toList();
    }
}
