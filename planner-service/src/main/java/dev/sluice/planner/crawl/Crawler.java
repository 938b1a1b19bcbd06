package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Container;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.confluence.WantedPages;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import dev.sluice.planner.path.IdTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists everything that a run covers, by bulk listings; fails as a whole when one of them does. */
final class Crawler {

    private final Confluence confluence;

    Crawler(Confluence confluence) {
        this.confluence = confluence;
    }

    /** A complete listing: {@link PlanException} when a space or page that is asked for is not there. */
    Crawl crawl(List<ScopeRef> scopes) {
        confluence.currentUser();
        PageSet pages = new PageSet();
        try {
            scopes.forEach(scope -> add(Scope.of(scope), pages));
            findAncestors(pages, Set.of());
            addFiles(pages);
        } catch (RuntimeException e) {
            pages.close();
            throw e;
        }
        return new Crawl(pages);
    }

    private void add(Scope scope, PageSet pages) {
        switch (scope) {
            case Scope.Pages some -> {
                List<Page> found = require(some.ids());
                pages.export(found.stream(), filter(scope, spacesOf(found)));
            }
            case Scope.PagesWithDescendants roots -> {
                List<Page> found = require(roots.ids());
                PageFilter filter = filter(scope, spacesOf(found));
                for (Page root : found) {
                    pages.export(Stream.concat(Stream.of(root), descendants(root, roots.depth())), filter);
                }
            }
            case Scope.Spaces some -> addSpaces(requireSpaces(some.keys()), scope, pages);
            case Scope.AllSpaces all -> {
                try (Stream<Space> spaces =
                        confluence.allSpaces(all.personal(), all.selection().archived())) {
                    addSpaces(spaces.toList(), scope, pages);
                }
            }
        }
    }

    private Stream<Page> descendants(Page root, int depth) {
        return depth == 0 ? Stream.empty() : confluence.descendants(root, depth);
    }

    private void addSpaces(List<Space> spaces, Scope scope, PageSet pages) {
        pages.addSpaces(spaces);
        PageFilter filter = filter(scope, spaces);
        spaces.forEach(space -> pages.export(confluence.pages(space), filter));
        pages.export(confluence.blogPosts(spaces), filter);
    }

    private PageFilter filter(Scope scope, Collection<Space> spaces) {
        return PageFilter.of(scope.selection(), spaces, confluence);
    }

    private static Collection<Space> spacesOf(List<Page> pages) {
        Map<String, Space> spaces = new LinkedHashMap<>();
        pages.forEach(page -> spaces.putIfAbsent(page.space().id(), page.space()));
        return spaces.values();
    }

    private List<Page> require(List<String> ids) {
        List<Page> found = confluence.pages(ids);
        Set<String> missing = new HashSet<>(ids);
        found.forEach(page -> missing.remove(page.id()));
        if (!missing.isEmpty()) {
            throw new PlanException("No page %s: it does not exist, is in the trash, or your account may not see it."
                    .formatted(String.join(", ", missing.stream().sorted().toList())));
        }
        return found;
    }

    private List<Space> requireSpaces(List<String> keys) {
        List<Space> found = confluence.spaces(keys);
        Set<String> missing = new HashSet<>(keys);
        found.forEach(space -> missing.removeIf(
                key -> key.toLowerCase(Locale.ROOT).equals(space.key().toLowerCase(Locale.ROOT))));
        if (!missing.isEmpty()) {
            throw new PlanException(
                    "No space %s: it does not exist or your account may not see it. %s A space key is the short name in the space's address, such as ENG."
                            .formatted(
                                    String.join(", ", missing.stream().sorted().toList()), similar(missing)));
        }
        return found;
    }

    /** What may have been meant; empty when nothing is similar, or when the site does not list its spaces. */
    private String similar(Set<String> keys) {
        try (Stream<Space> spaces = confluence.allSpaces(true, true)) {
            return SimilarSpaces.among(spaces, keys);
        } catch (ConfluenceException e) {
            return "";
        }
    }

    /** Climbs from the pages to the top, a level at a time; an invisible parent ends the climb. */
    void findAncestors(PageSet pages, Set<String> invisible) {
        Set<String> asked = new HashSet<>(invisible);
        Map<String, String> missing = pages.missingParents();
        missing.keySet().removeAll(asked);
        while (asked.addAll(missing.keySet())) {
            Map<Boolean, List<Container.Ref>> kinds = missing.entrySet().stream()
                    .map(parent -> new Container.Ref(parent.getKey(), parent.getValue()))
                    .collect(Collectors.partitioningBy(parent -> parent.type().equals(PageSet.PAGE)));
            pages.addAncestors(confluence.pages(kinds.getOrDefault(true, List.of()).stream()
                    .map(Container.Ref::id)
                    .toList()));
            pages.addContainers(confluence.containers(kinds.getOrDefault(false, List.of())));
            missing = pages.missingParents();
            missing.keySet().removeAll(asked);
        }
    }

    /** A listing may give an attachment twice when others are made meanwhile. */
    private void addFiles(PageSet pages) {
        WantedPages wanted = pages.withoutFiles();
        if (wanted.size() == 0) {
            return;
        }
        IdTable found = new IdTable();
        try (Stream<Attachment> listed = confluence.attachments(wanted)) {
            listed.filter(file -> wanted.contains(file.ref().pageId()))
                    .filter(file -> isNew(file.ref().id(), found))
                    .forEach(pages::add);
        }
    }

    private static boolean isNew(String id, IdTable found) {
        int before = found.size();
        found.number(id);
        return found.size() > before;
    }
}
