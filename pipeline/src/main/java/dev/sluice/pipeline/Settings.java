package dev.sluice.pipeline;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names and values in messages. */
final class Settings {

    private Settings() {}

    /** In the order of the names, so that equal settings are equal bytes; null for none, so that they take no room. */
    static @Nullable Map<String, String> normal(@Nullable Map<String, String> settings) {
        return settings == null || settings.isEmpty()
                ? null
                : Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }
}
