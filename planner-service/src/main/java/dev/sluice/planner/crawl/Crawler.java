package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        scopes.forEach(scope -> add(Scope.of(scope), pages));
        findAncestors(pages);
        return new Crawl(pages, attachments(pages));
    }

    private void add(Scope scope, PageSet pages) {
        switch (scope) {
            case Scope.Pages some -> pages.export(require(some.ids()).stream());
            case Scope.PagesWithDescendants roots -> {
                for (Page root : require(roots.ids())) {
                    pages.export(Stream.concat(Stream.of(root), confluence.descendants(root)));
                }
            }
            case Scope.Spaces some -> addSpaces(requireSpaces(some.keys()), pages);
            case Scope.AllSpaces all -> {
                try (Stream<Space> spaces = confluence.allSpaces(all.personal())) {
                    addSpaces(spaces.toList(), pages);
                }
            }
        }
    }

    private void addSpaces(List<Space> spaces, PageSet pages) {
        spaces.forEach(space -> pages.export(confluence.pages(space)));
        pages.export(confluence.blogPosts(spaces));
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
                    "No space %s: it does not exist or your account may not see it. A space key is the short name in the space's address, such as ENG."
                            .formatted(
                                    String.join(", ", missing.stream().sorted().toList())));
        }
        return found;
    }

    /** Climbs from the pages to the top, a level at a time; an invisible parent ends the climb. */
    private void findAncestors(PageSet pages) {
        Set<String> asked = new HashSet<>();
        Collection<String> missing = pages.missingParents();
        while (asked.addAll(missing)) {
            pages.addAncestors(confluence.pages(missing));
            missing = pages.missingParents();
            missing.removeAll(asked);
        }
    }

    private List<Attachment> attachments(PageSet pages) {
        if (pages.exported().isEmpty()) {
            return List.of();
        }
        try (Stream<Attachment> listed = confluence.attachments(List.copyOf(pages.exported()))) {
            return listed.filter(file -> pages.isExported(file.ref().pageId())).toList();
        }
    }
}
