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
import dev.sluice.planner.path.IdOrder;
import dev.sluice.planner.path.AttachmentName;
import dev.sluice.planner.path.PathPlan;
import dev.sluice.planner.path.PathTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a listing into resources with their paths, in an order that depends on the site alone. */
final class CatalogBuilder {

    private CatalogBuilder() {}

    /** Resources of which nothing but bodies and files is exported. */
    static SortedMap<String, List<Resource>> resources(Crawl crawl, PathTemplates templates) {
        return resources(crawl, templates, Map.of());
    }

    /** Resources by space key, pages with their details by id; within a space, pages before attachments, each in the order of their ids. */
    static SortedMap<String, List<Resource>> resources(
            Crawl crawl, PathTemplates templates, Map<String, PageDetails> details) {
        PathPlan paths = PathPlan.of(crawl.pages().trees(), templates);
        Ancestors ancestors = new Ancestors(crawl.pages());
        Map<String, Page> pages = new HashMap<>();
        SortedMap<String, List<Resource>> bySpace = new TreeMap<>();
        crawl.pages().exported().stream()
                .sorted(Comparator.comparing(Page::id, IdOrder.NUMERIC))
                .forEach(page -> {
                    pages.put(page.id(), page);
                    append(bySpace, page, page(page, paths, ancestors.of(page), details.get(page.id())));
                });
        List<Attachment> files = crawl.attachments().stream()
                .sorted(Comparator.comparing(file -> file.ref().id(), IdOrder.NUMERIC))
                .toList();
        for (Attachment file : files) {
            Page page = pages.get(file.ref().pageId());
            if (page != null) {
                append(bySpace, page, attachment(file, page, paths));
            }
        }
        return bySpace;
    }

    private static void append(SortedMap<String, List<Resource>> bySpace, Page page, Resource resource) {
        bySpace.computeIfAbsent(page.space().key(), ignored -> new ArrayList<>())
                .add(resource);
    }

    private static PageResource page(Page page, PathPlan paths, List<String> ancestors, @Nullable PageDetails details) {
        String parent = page.parentId();
        return new PageResource(
                ResourceKey.page(page.id()),
                page.space().key(),
                page.title(),
                parent == null ? null : ResourceKey.page(parent),
                page.status(),
                version(page.version()),
                paths.page(page.id()),
                page.webUrl(),
                ancestors,
                page.createdAt(),
                details);
    }

    private static AttachmentResource attachment(Attachment file, Page page, PathPlan paths) {
        var ref = file.ref();
        return new AttachmentResource(
                ResourceKey.attachment(ref.pageId(), ref.id()),
                ResourceKey.page(ref.pageId()),
                page.space().key(),
                ref.fileName(),
                file.mediaType(),
                file.fileId(),
                ref.size(),
                ref.downloadLink(),
                version(file.version()),
                paths.attachment(ref.pageId(), new AttachmentName(ref.id(), ref.fileName(), file.fileId())));
    }

    private static ResourceVersion version(PageVersion version) {
        return new ResourceVersion(version.number(), version.createdAt());
    }
}
