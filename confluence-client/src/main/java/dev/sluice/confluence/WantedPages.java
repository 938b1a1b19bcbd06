package dev.sluice.confluence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Pages and blog posts of which something is asked for, any number of them: they need not be in memory. */
public interface WantedPages {

    int size();

    boolean contains(String id);

    /** Whether a page that is among them is archived. */
    boolean isArchived(String id);

    /** Whether any of them is archived. */
    boolean anyArchived();

    /** Each once; can be asked for again. */
    Stream<Page> stream();

    /** These, in their order. */
    static WantedPages of(Collection<Page> pages) {
        Map<String, Page> byId = new LinkedHashMap<>();
        pages.forEach(page -> byId.put(page.id(), page));
        return new WantedPages() {
            @Override
            public int size() {
                return byId.size();
            }

            @Override
            public boolean contains(String id) {
                return byId.containsKey(id);
            }

            @Override
            public boolean isArchived(String id) {
                Page page = byId.get(id);
                return page != null && page.isArchived();
            }

            @Override
            public boolean anyArchived() {
                return byId.values().stream().anyMatch(Page::isArchived);
            }

            @Override
            public Stream<Page> stream() {
                return byId.values().stream();
            }
        };
    }
}
