package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Content properties: what apps keep with pages and blog posts. Setting one makes no new version of the page. */
public final class PropertyStore {

    private final SiteStore store;
    private final SiteChanges changes;

    public PropertyStore(SiteStore store) {
        this.store = store;
        this.changes = new SiteChanges(store);
    }

    /** Version + 1 of the property; gives its id. */
    public long set(long pageId, String key, JsonNode value) {
        return store.writing(() -> {
            PageState page = changes.usable(pageId);
            ContentProperty before = page.properties.get(key);
            ContentProperty now = before == null
                    ? new ContentProperty(store.nextCommentId(), key, value, 1, store.clock.tick())
                    : new ContentProperty(before.id(), key, value, before.version() + 1, store.clock.tick());
            Map<String, ContentProperty> all = new TreeMap<>(page.properties);
            all.put(key, now);
            page.properties = all;
            return now.id();
        });
    }

    /** Those of a page that visitors may see, by key. */
    public List<ContentProperty> of(long pageId) {
        return store.reading(() -> {
            PageState page = store.pages.get(pageId);
            return page == null || !store.seen(page) ? List.of() : List.copyOf(page.properties.values());
        });
    }
}
