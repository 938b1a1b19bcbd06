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
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a listing into resources with their paths, in an order that depends on the site alone. */
final class CatalogBuilder implements AutoCloseable {

    /** Pages whose details are asked for at once: some requests for 200 labels each. */
    private static final int PAGES_AT_ONCE = 1_000;

    private final PageSet pages;
    private final PathPlan paths;
    private final Ancestors ancestors;
    private final Map<ResourceKey, Resource> held;
    private final boolean pathsByFile;
    private final SortedSpool<ListedFile> byId =
            new SortedSpool<>(ListedFile.class, Comparator.comparing(ListedFile::id, IdOrder.NUMERIC));
    private final SortedSpool<PlacedFile> placed =
            new SortedSpool<>(PlacedFile.class, Comparator.comparing(PlacedFile::listed, ListedFile.BY_PAGE));

    /** An attachment and its path. */
    private record PlacedFile(ListedFile listed, String path) {}

    CatalogBuilder(Crawl crawl, PathTemplates templates) {
        this.pages = crawl.pages();
        this.paths = PathPlan.of(pages.places(), pages.roots(), templates);
        this.ancestors = new Ancestors(pages);
        this.held = crawl.held();
        this.pathsByFile = !templates.areDefault();
    }

    /** Resources of which nothing but bodies and files is exported. */
    Iterator<Resource> resources() {
        return resources(_ -> Map.of());
    }

    /**
     * Resources by the keys of their spaces; within a space pages, in the order of their ids, each followed by its
     * attachments in the order of theirs.
     *
     * @param details of some pages, by their ids
     */
    Iterator<Resource> resources(Function<List<Page>, Map<String, PageDetails>> details) {
        Stream<Resource> described =
                pages.exported().gather(Gatherers.windowFixed(PAGES_AT_ONCE)).flatMap(some -> pages(some, details));
        Stream<Resource> files = pathsByFile ? placedInOrder() : pages.files().map(this::attachment);
        return new PagesWithFiles(described.iterator(), files.iterator());
    }

    private Stream<Resource> pages(List<Page> some, Function<List<Page>, Map<String, PageDetails>> details) {
        // what an earlier listing said of the details of other pages still holds as far as this one looks
        Map<String, PageDetails> found = details.apply(
                some.stream().filter(page -> !held.containsKey(key(page))).toList());
        return some.stream().map(page -> page(page, found.get(page.id())));
    }

    /** Templates may put files of different pages into one folder: whichever has the lowest id keeps the plain name. */
    private Stream<Resource> placedInOrder() {
        pages.files().forEach(byId::add);
        byId.sorted().forEach(file -> placed.add(new PlacedFile(file, path(file))));
        return placed.sorted().map(each -> attachment(each.listed(), each.path()));
    }

    private Resource page(Page page, @Nullable PageDetails details) {
        String path = paths.page(page.id());
        List<String> above = ancestors.of(page);
        return held.get(key(page)) instanceof PageResource same
                ? carriedOver(same).at(path, above)
                : made(page, path, above, details);
    }

    /** Comments lie with the listing that had them, which is about to go. */
    private static PageResource carriedOver(PageResource page) {
        PageDetails known = page.details();
        return known == null || known.comments() == null ? page : page.with(known.withoutComments());
    }

    private static PageResource made(Page page, String path, List<String> above, @Nullable PageDetails details) {
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
                details);
    }

    static ResourceKey key(Page page) {
        return page.isBlogPost() ? ResourceKey.blogPost(page.id()) : ResourceKey.page(page.id());
    }

    private Resource attachment(ListedFile file) {
        return attachment(file, path(file));
    }

    private String path(ListedFile file) {
        AttachmentName name = new AttachmentName(
                file.id(), file.file().ref().fileName(), file.file().fileId());
        return paths.attachment(file.pageId(), name);
    }

    private Resource attachment(ListedFile listed, String path) {
        Attachment file = listed.file();
        var ref = file.ref();
        ResourceKey key = ResourceKey.attachment(ref.pageId(), ref.id());
        if (held.get(key) instanceof AttachmentResource same) {
            return same.at(path);
        }
        return new AttachmentResource(
                key,
                pages.isBlogPost(ref.pageId()) ? ResourceKey.blogPost(ref.pageId()) : ResourceKey.page(ref.pageId()),
                listed.spaceKey(),
                ref.fileName(),
                file.mediaType(),
                file.fileId(),
                ref.size(),
                ref.downloadLink(),
                version(file.version()),
                path,
                null);
    }

    private static ResourceVersion version(PageVersion version) {
        return new ResourceVersion(version.number(), version.createdAt());
    }

    @Override
    public void close() {
        byId.close();
        placed.close();
    }
}
