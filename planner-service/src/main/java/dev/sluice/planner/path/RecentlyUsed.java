package dev.sluice.planner.path;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was used lately, and forgets the rest. */
public final class RecentlyUsed<K, V> {

    private final int most;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    public RecentlyUsed(int most) {
        this.most = most;
    }

    public @Nullable V find(K key) {
        return values.get(key);
    }

    public void keep(K key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
    }
}
