package dev.sluice.simulator.site;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A space: its pages by id, and the titles in use. Guarded by the lock of the store. */
final class SpaceState {
    final long id;
    final String key;
    String name;
    final long createdAt;
    final boolean personal;
    boolean archived;
    long homepageId;
    final TreeMap<Long, PageState> pages = new TreeMap<>();
    final Map<String, PageState> titles = new HashMap<>();

    SpaceState(long id, String key, String name, long createdAt) {
        this.personal = key.startsWith("~");
        this.id = id;
        this.key = key;
        this.name = name;
        this.createdAt = createdAt;
    }

    SpaceView view() {
        return new SpaceView(id, key, name, homepageId, createdAt, personal, archived);
    }
}
