package dev.sluice.planner.crawl;

import dev.sluice.confluence.Page;
import dev.sluice.planner.path.RecentlyUsed;
import dev.sluice.planner.path.TreeNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The titles above pages, as far as pages can be seen; siblings share theirs. */
final class Ancestors {

    /** Parents that were asked for lately: most pages have siblings. */
    private static final int MOST = 2_048;

    private final PageSet pages;
    private final RecentlyUsed<String, List<String>> byParent = new RecentlyUsed<>(MOST);

    Ancestors(PageSet pages) {
        this.pages = pages;
    }

    /** From the top down; empty for a page at the top. */
    List<String> of(Page page) {
        String parent = page.parentId();
        if (parent == null) {
            return List.of();
        }
        List<String> known = byParent.find(parent);
        if (known == null) {
            known = climb(parent);
            byParent.keep(parent, known);
        }
        return known;
    }

    private List<String> climb(String from) {
        Deque<String> titles = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        @Nullable String id = from;
        while (id != null && seen.add(id)) {
            TreeNode page = pages.place(id);
            if (page == null) {
                break;
            }
            titles.addFirst(page.title());
            id = page.parentId();
        }
        return List.copyOf(titles);
    }
}
