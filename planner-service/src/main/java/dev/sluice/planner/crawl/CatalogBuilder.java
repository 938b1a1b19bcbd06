package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.PageVersion;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.planner.path.AttachmentName;
import dev.sluice.planner.path.IdOrder;
import dev.sluice.planner.path.PathPlan;
import dev.sluice.planner.path.PathTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a listing into resources with their paths, in an order that depends on the site alone. */
final class CatalogBuilder {

    private final PathPlan paths;
    private final Ancestors ancestors;
    private final Map<ResourceKey, Resource> held;
    private final Map<String, PageDetails> details;

    private CatalogBuilder(Crawl crawl, PathTemplates templates, Map<String, PageDetails> details) {
        this.details = details;
        this.paths = PathPlan.of(crawl.pages().trees(), templates);
        this.ancestors = new Ancestors(crawl.pages());
        this.held = crawl.held();
    }

    /** Resources of which nothing but bodies and files is exported. */
    static SortedMap<String, List<Resource>> resources(Crawl crawl, PathTemplates templates) {
        return resources(crawl, templates, Map.of());
    }

    /**
     * Resources by space key, pages with their details by id; within a space, pages in the order of their ids, each followed
     * by its attachments in the order of theirs: whoever works them off has bodies and files to ask for all the time.
     */
    static SortedMap<String, List<Resource>> resources(
            Crawl crawl, PathTemplates templates, Map<String, PageDetails> details) {
        return new CatalogBuilder(crawl, templates, details).build(crawl);
    }

    private SortedMap<String, List<Resource>> build(Crawl crawl) {
        Map<String, List<Attachment>> files = crawl.attachments().stream()
                .sorted(Comparator.comparing(file -> file.ref().id(), IdOrder.NUMERIC))
                .collect(Collectors.groupingBy(file -> file.ref().pageId()));
        SortedMap<String, List<Resource>> bySpace = new TreeMap<>();
        crawl.pages().exported().stream()
                .sorted(Comparator.comparing(Page::id, IdOrder.NUMERIC))
                .forEach(page -> {
                    List<Resource> resources =
                            bySpace.computeIfAbsent(page.space().key(), ignored -> new ArrayList<>());
                    resources.add(page(page));
                    files.getOrDefault(page.id(), List.of()).forEach(file -> resources.add(attachment(file, page)));
                });
        return bySpace;
    }

    private PageResource page(Page page) {
        String path = paths.page(page.id());
        List<String> above = ancestors.of(page);
        return held.get(key(page)) instanceof PageResource same
                ? carriedOver(same).at(path, above)
                : made(page, path, above);
    }

    /** Comments lie with the listing that had them, which is about to go. */
    private static PageResource carriedOver(PageResource page) {
        PageDetails known = page.details();
        return known == null || known.comments() == null ? page : page.with(known.withoutComments());
    }

    private PageResource made(Page page, String path, List<String> above) {
        String parent = page.parentId();
        return new PageResource(
                key(page),
                page.space().key(),
                page.title(),
                parent == null ? null : ResourceKey.page(parent),
                page.status(),
                version(page.version()),
                path,
                page.webUrl(),
                above,
                page.createdAt(),
                page.postedOn(),
                details.get(page.id()));
    }

    static ResourceKey key(Page page) {
        return page.isBlogPost() ? ResourceKey.blogPost(page.id()) : ResourceKey.page(page.id());
    }

    private AttachmentResource attachment(Attachment file, Page page) {
        var ref = file.ref();
        ResourceKey key = ResourceKey.attachment(ref.pageId(), ref.id());
        String path = paths.attachment(ref.pageId(), new AttachmentName(ref.id(), ref.fileName(), file.fileId()));
        if (held.get(key) instanceof AttachmentResource same) {
            return same.at(path);
        }
        return new AttachmentResource(
                key,
                key(page),
                page.space().key(),
                ref.fileName(),
                file.mediaType(),
                file.fileId(),
                ref.size(),
                ref.downloadLink(),
                version(file.version()),
                path);
    }

    private static ResourceVersion version(PageVersion version) {
        return new ResourceVersion(version.number(), version.createdAt());
    }
}
