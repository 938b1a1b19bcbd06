package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.AttachmentRef;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.PageVersion;
import dev.sluice.confluence.Recent;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.planner.export.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes on from an earlier listing with what is new since then: new and edited pages, blog posts and attachments. It does
 * not see what vanished, nor what moved or was renamed without an edit of its own; whatever it does not see stays as it
 * was listed.
 */
final class QuickCrawler {

    private final Confluence confluence;
    private final List<Scope> scopes;
    private final ListingState before;
    private final PageSet pages;
    private final Map<ResourceKey, Resource> held;
    private @Nullable Instant newestPage;
    private @Nullable Instant newestFile;

    QuickCrawler(Confluence confluence, Crawl earlier, ListingState before) {
        this.confluence = confluence;
        this.before = before;
        this.scopes = before.scopes().stream().map(Scope::of).toList();
        this.pages = earlier.pages();
        this.held = new HashMap<>(earlier.held());
        this.newestPage = before.pagesUntil();
        this.newestFile = before.filesUntil();
    }

    /** Why the scopes need a full listing; null when they do not. Only whole spaces can be told from a page alone. */
    static @Nullable String obstacle(Collection<Scope> scopes) {
        boolean whole = scopes.stream().allMatch(scope -> switch (scope) {
            case Scope.Spaces _, Scope.AllSpaces _ -> true;
            case Scope.Pages _, Scope.PagesWithDescendants _ -> false;
        });
        boolean selective = scopes.stream()
                .map(Scope::selection)
                .anyMatch(selection -> selection.cql() != null
                        || !selection.labels().isEmpty()
                        || !selection.withoutLabels().isEmpty());
        return whole && !selective ? null : "--quick is for whole spaces without --label, --exclude-label and --cql";
    }

    /** The earlier listing with what is new; {@code now}: by our clock. */
    Listing crawl(Instant now) {
        confluence.currentUser();
        Set<String> invisible = new HashSet<>(pages.missingParents().keySet());
        List<Page> added = addPages();
        new Crawler(confluence).findAncestors(pages, invisible);
        files(added).forEach(pages::add);
        return new Listing(
                new Crawl(pages, held),
                new ListingState(
                        before.scopes(),
                        now,
                        before.fullyListedAt(),
                        newestPage,
                        newestFile,
                        List.copyOf(pages.spaces()),
                        pages.ancestors(),
                        List.copyOf(pages.containers()),
                        List.copyOf(pages.archived())));
    }

    private List<Page> addPages() {
        boolean elsewhere = scopes.stream().anyMatch(Scope.AllSpaces.class::isInstance);
        List<Page> added = new ArrayList<>();
        try (Stream<Page> recent =
                confluence.recent(new Recent(before.spaces(), elsewhere, until(before.pagesUntil())))) {
            recent.forEach(page -> {
                newestPage = later(newestPage, page.version().createdAt());
                if (isSelected(page) && !isSame(held.get(CatalogBuilder.key(page)), page)) {
                    boolean isNew = !pages.isExported(page.id());
                    pages.export(page);
                    held.remove(CatalogBuilder.key(page));
                    if (isNew) {
                        added.add(page);
                    }
                }
            });
        }
        return added;
    }

    private boolean isSelected(Page page) {
        return scopes.stream()
                .anyMatch(scope -> isIn(scope, page.space())
                        && (!page.isArchived() || scope.selection().archived()));
    }

    private static boolean isIn(Scope scope, Space space) {
        return switch (scope) {
            case Scope.Spaces some -> some.keys().stream().anyMatch(space.key()::equalsIgnoreCase);
            case Scope.AllSpaces all -> all.personal() || !space.key().startsWith("~");
            case Scope.Pages _, Scope.PagesWithDescendants _ -> false;
        };
    }

    private static boolean isSame(@Nullable Resource known, Page page) {
        return known instanceof PageResource listed
                && listed.version()
                        .equals(new ResourceVersion(
                                page.version().number(), page.version().createdAt()))
                && listed.title().equals(page.title())
                && Objects.equals(
                        listed.parent() == null ? null : listed.parent().id(), page.parentId())
                && listed.status().equals(page.status())
                && listed.spaceKey().equals(page.space().key());
    }

    /** Files of pages that are new to the export may be older than what is new. */
    private Collection<Attachment> files(List<Page> added) {
        Map<String, Attachment> files = new LinkedHashMap<>();
        held.values().stream()
                .filter(AttachmentResource.class::isInstance)
                .map(file -> attachment((AttachmentResource) file))
                .forEach(file -> files.put(file.ref().id(), file));
        if (!added.isEmpty()) {
            try (Stream<Attachment> all = confluence.attachments(added)) {
                all.forEach(file -> add(file, files));
            }
        }
        Instant until = before.filesUntil();
        Recent asked = new Recent(List.of(), true, until(until == null ? before.pagesUntil() : until));
        try (Stream<Attachment> recent = confluence.recentAttachments(asked)) {
            recent.forEach(file -> add(file, files));
        }
        return files.values();
    }

    private void add(Attachment file, Map<String, Attachment> files) {
        newestFile = later(newestFile, file.version().createdAt());
        if (!pages.isExported(file.ref().pageId())) {
            return;
        }
        Attachment known = files.put(file.ref().id(), file);
        if (known != null && !known.equals(file)) {
            held.remove(ResourceKey.attachment(known.ref().pageId(), known.ref().id()));
        }
    }

    private static Attachment attachment(AttachmentResource file) {
        return new Attachment(
                new AttachmentRef(
                        file.attachmentId(), file.container().id(), file.fileName(), file.size(), file.downloadLink()),
                file.mediaType(),
                new PageVersion(file.version().number(), file.version().createdAt()),
                file.fileId());
    }

    private static Instant until(@Nullable Instant newest) {
        return newest == null ? Instant.EPOCH : newest;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
