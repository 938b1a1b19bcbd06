package dev.sluice.planner.crawl;

import dev.sluice.confluence.Container;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.planner.path.BlogPostNode;
import dev.sluice.planner.path.SpaceTree;
import dev.sluice.planner.path.TreeNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages and blog posts of a run, each once, and the ancestors that only give their names to folders. */
final class PageSet {

    /** The kind of a parent that is a page. */
    static final String PAGE = "page";

    private final Map<String, Page> exported = new LinkedHashMap<>();
    private final Map<String, Page> ancestors = new HashMap<>();
    private final Map<String, Container> containers = new HashMap<>();
    /** Listed, but not exported: those that turn out to be ancestors need not be asked for. */
    private final Map<String, Page> unselected = new HashMap<>();

    private final Map<String, Space> listedSpaces = new HashMap<>();
    private final Set<String> archived = new HashSet<>();

    /** Takes what the filter selects, and remembers what of the rest is archived. */
    void export(Stream<Page> pages, PageFilter filter) {
        try (pages) {
            pages.forEach(page -> {
                if (filter.selects(page)) {
                    exported.put(page.id(), page);
                } else {
                    unselected.put(page.id(), page);
                }
                if (filter.isHidden(page)) {
                    archived.add(page.id());
                }
            });
        }
    }

    /** Takes one page that is selected, in place of what was known of it. */
    void export(Page page) {
        exported.put(page.id(), page);
        ancestors.remove(page.id());
        archived.remove(page.id());
    }

    void addArchived(Collection<String> ids) {
        archived.addAll(ids);
    }

    /** A page that is exported; null when it is not. */
    @Nullable
    Page findExported(String id) {
        return exported.get(id);
    }

    Collection<Page> ancestors() {
        return ancestors.values();
    }

    Collection<Container> containers() {
        return containers.values();
    }

    /** Spaces that are listed, whether or not they hold anything. */
    void addSpaces(Collection<Space> more) {
        more.forEach(space -> listedSpaces.put(space.id(), space));
    }

    /** The spaces that are listed, and those of the pages that are exported. */
    Collection<Space> spaces() {
        Map<String, Space> spaces = new TreeMap<>(listedSpaces);
        exported.values().forEach(page -> spaces.putIfAbsent(page.space().id(), page.space()));
        return spaces.values();
    }

    /** Ids of the pages that are left out because they are archived. */
    Set<String> archived() {
        Set<String> left = new TreeSet<>(archived);
        left.removeAll(exported.keySet());
        return left;
    }

    void addContainers(Collection<Container> more) {
        more.forEach(container -> containers.put(container.id(), container));
    }

    void addAncestors(Collection<Page> pages) {
        pages.forEach(page -> ancestors.put(page.id(), page));
    }

    Collection<Page> exported() {
        return exported.values();
    }

    /** A page, exported or only an ancestor, or what pages are in; null when no listing had it. */
    @Nullable
    TreeNode place(String id) {
        Page page = exported.get(id);
        Page known = page == null ? ancestors.get(id) : page;
        if (known != null) {
            return node(known);
        }
        Container container = containers.get(id);
        return container == null ? null : node(container);
    }

    private static TreeNode node(Page page) {
        return new TreeNode(page.id(), page.parentId(), page.title());
    }

    private static TreeNode node(Container container) {
        return new TreeNode(container.id(), container.parentId(), container.title());
    }

    boolean isExported(String pageId) {
        return exported.containsKey(pageId);
    }

    /** Parents that are named but not known yet, and of what kind they are. */
    Map<String, String> missingParents() {
        while (true) {
            Map<String, String> missing = unknownParents();
            Set<String> listed = new TreeSet<>(missing.keySet());
            listed.retainAll(unselected.keySet());
            if (listed.isEmpty()) {
                return missing;
            }
            listed.forEach(id -> ancestors.put(id, unselected.get(id)));
        }
    }

    private Map<String, String> unknownParents() {
        Map<String, String> missing = new TreeMap<>();
        Stream.concat(exported.values().stream(), ancestors.values().stream())
                .forEach(page -> addMissing(page.parentId(), page.parentType(), missing));
        containers.values().forEach(within -> addMissing(within.parentId(), within.parentType(), missing));
        return missing;
    }

    private void addMissing(@Nullable String id, @Nullable String type, Map<String, String> missing) {
        if (id != null && !exported.containsKey(id) && !ancestors.containsKey(id) && !containers.containsKey(id)) {
            missing.put(id, type == null ? PAGE : type);
        }
    }

    /** The pages by space; listings that were made at different times may describe a space differently. */
    List<SpaceTree> trees() {
        Map<String, Page> all = new TreeMap<>(ancestors);
        all.putAll(exported);
        Map<String, Space> spaces = new LinkedHashMap<>();
        Map<String, List<TreeNode>> nodes = new HashMap<>();
        Map<String, List<BlogPostNode>> posts = new HashMap<>();
        for (Page page : all.values()) {
            String id = page.space().id();
            spaces.merge(id, page.space(), (one, other) -> one.homepageId() == null ? other : one);
            LocalDate day = page.postedOn();
            if (day == null) {
                nodes.computeIfAbsent(id, ignored -> new ArrayList<>()).add(node(page));
            } else {
                posts.computeIfAbsent(id, ignored -> new ArrayList<>())
                        .add(new BlogPostNode(page.id(), day, page.title()));
            }
        }
        containers
                .values()
                .forEach(within -> nodes.computeIfAbsent(within.spaceId(), ignored -> new ArrayList<>())
                        .add(node(within)));
        return spaces.values().stream()
                .map(space -> new SpaceTree(
                        space.id(),
                        space.key(),
                        space.name(),
                        space.homepageId(),
                        nodes.getOrDefault(space.id(), List.of()),
                        posts.getOrDefault(space.id(), List.of())))
                .toList();
    }
}
