package dev.sluice.planner.crawl;

import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.planner.path.SpaceTree;
import dev.sluice.planner.path.TreeNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of a run, each once, and the ancestors that only give their names to folders. */
final class PageSet {

    private final Map<String, Page> exported = new LinkedHashMap<>();
    private final Map<String, Page> ancestors = new HashMap<>();

    void export(Stream<Page> pages) {
        try (pages) {
            pages.forEach(page -> exported.put(page.id(), page));
        }
    }

    void addAncestors(Collection<Page> pages) {
        pages.forEach(page -> ancestors.put(page.id(), page));
    }

    Collection<Page> exported() {
        return exported.values();
    }

    /** Exported or only an ancestor; null when no listing had it. */
    @Nullable
    Page find(String pageId) {
        Page page = exported.get(pageId);
        return page == null ? ancestors.get(pageId) : page;
    }

    boolean isExported(String pageId) {
        return exported.containsKey(pageId);
    }

    /** Parents that are named but not known yet. */
    Set<String> missingParents() {
        Set<String> missing = new TreeSet<>();
        Stream.concat(exported.values().stream(), ancestors.values().stream()).forEach(page -> {
            String parent = page.parentId();
            if (parent != null && !exported.containsKey(parent) && !ancestors.containsKey(parent)) {
                missing.add(parent);
            }
        });
        return missing;
    }

    /** The pages by space; listings that were made at different times may describe a space differently. */
    List<SpaceTree> trees() {
        Map<String, Page> all = new TreeMap<>(ancestors);
        all.putAll(exported);
        Map<String, Space> spaces = new LinkedHashMap<>();
        Map<String, List<TreeNode>> nodes = new HashMap<>();
        for (Page page : all.values()) {
            String id = page.space().id();
            spaces.merge(id, page.space(), (one, other) -> one.homepageId() == null ? other : one);
            nodes.computeIfAbsent(id, ignored -> new ArrayList<>())
                    .add(new TreeNode(page.id(), page.parentId(), page.title()));
        }
        return spaces.values().stream()
                .map(space -> new SpaceTree(
                        space.id(),
                        space.key(),
                        space.name(),
                        space.homepageId(), nodes.getOrDefault(space.id(), List.of())))
                .toList();
    }
}
