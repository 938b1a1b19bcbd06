package dev.sluice.renderer.links;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.ObjectStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalog of one run, ready to be asked. Immutable. */
public final class RunCatalog {

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Listed> pages = new HashMap<>();
    private final Map<String, String> pageIds = new HashMap<>();
    private final Map<String, String> blogPosts = new HashMap<>();
    private final Set<String> blogPostIds = new HashSet<>();
    private final Map<String, List<Listed>> children = new HashMap<>();
    private final Map<String, List<String>> files = new HashMap<>();
    private final Map<String, List<Listed>> labelled = new HashMap<>();

    /** A page or blog post as the catalog lists it. */
    record Listed(String id, String title, String path) {}

    private final AttachmentFilter filter;

    private RunCatalog(AttachmentFilter filter) {
        this.filter = filter;
    }

    /**
     * Reads the whole catalog of the run; {@link dev.sluice.catalog.MissingCatalogException} when there is none, because
     * without it every link would look broken.
     */
    public static RunCatalog load(ObjectStore store, RunId run, AttachmentFilter filter) {
        RunCatalog catalog = new RunCatalog(filter);
        new Catalog(store, run).read(entries -> entries.forEach(catalog::add));
        return catalog;
    }

    /** The catalog of an export that takes all attachments. */
    public static RunCatalog load(ObjectStore store, RunId run) {
        return load(store, run, AttachmentFilter.EVERYTHING);
    }

    private void add(CatalogEntry entry) {
        ReferenceToken.of(entry.resource()).forEach(token -> paths.put(token, filter.answer(entry.resource())));
        switch (entry.resource()) {
            case PageResource page -> add(page);
            case AttachmentResource file ->
                files.computeIfAbsent(file.container().id(), ignored -> new ArrayList<>(2))
                        .add(file.fileName());
            case ImageResource ignored -> {}
        }
    }

    private void add(PageResource page) {
        String id = page.key().id();
        Listed one = new Listed(id, page.title(), page.path());
        pages.put(id, one);
        LocalDate day = page.posted();
        if (day != null) {
            blogPosts.put(ReferenceToken.blogPost(page.spaceKey(), day, page.title()), id);
            blogPostIds.add(id);
            return;
        }
        pageIds.put(ReferenceToken.title(page.spaceKey(), page.title()), id);
        if (page.parent() != null) {
            add(children, page.parent().id(), one);
        }
        for (String label : page.labels()) {
            add(labelled, ReferenceToken.labelled(label, null), one);
            add(labelled, ReferenceToken.labelled(label, page.spaceKey()), one);
        }
    }

    private static void add(Map<String, List<Listed>> lists, String key, Listed one) {
        lists.computeIfAbsent(key, ignored -> new ArrayList<>(4)).add(one);
    }

    /** Path, or address on the site, of what answers to the token: see {@link ReferenceToken}. */
    Optional<String> path(String token) {
        return Optional.ofNullable(paths.get(token));
    }

    Optional<String> pageId(String spaceKey, String title) {
        return Optional.ofNullable(pageIds.get(ReferenceToken.title(spaceKey, title)));
    }

    /** The id of the blog post that a token names. */
    Optional<String> blogPostId(String token) {
        return Optional.ofNullable(blogPosts.get(token));
    }

    /** The page or blog post with this id. */
    Optional<Listed> page(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** The key of the page or blog post with this id. */
    ResourceKey key(String id) {
        return blogPostIds.contains(id) ? ResourceKey.blogPost(id) : ResourceKey.page(id);
    }

    /** The pages right below a page, by title: the catalog does not know the order that people gave them. */
    List<Listed> children(String pageId) {
        return sorted(children.getOrDefault(pageId, List.of()));
    }

    /** The pages with a label, of a space or, with null, of all, by title. */
    List<Listed> labelled(String label, @Nullable String spaceKey) {
        return sorted(labelled.getOrDefault(ReferenceToken.labelled(label, spaceKey), List.of()));
    }

    private static List<Listed> sorted(List<Listed> pages) {
        return pages.stream()
                .sorted(Comparator.comparing(Listed::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Listed::id))
                .toList();
    }

    /** The names of the files attached to a page, in order. */
    List<String> files(String pageId) {
        return files.getOrDefault(pageId, List.of()).stream().sorted().toList();
    }
}
