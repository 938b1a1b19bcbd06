package dev.sluice.planner.crawl;

import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.planner.path.IdOrder;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Pages and files, both by the keys of their spaces and the ids of their pages, as one series: each page is followed by
 * its files, so that whoever works them off has bodies and files to ask for all the time.
 */
final class PagesWithFiles implements Iterator<Resource> {

    private static final Comparator<Resource> BY_PAGE =
            Comparator.comparing(Resource::spaceKey).thenComparing(PagesWithFiles::pageId, IdOrder.NUMERIC);

    private final Iterator<? extends Resource> pages;
    private final Iterator<? extends Resource> files;
    private @Nullable Resource page;
    private @Nullable Resource file;

    PagesWithFiles(Iterator<? extends Resource> pages, Iterator<? extends Resource> files) {
        this.pages = pages;
        this.files = files;
        this.page = next(pages);
        this.file = next(files);
    }

    @Override
    public boolean hasNext() {
        return page != null || file != null;
    }

    @Override
    public Resource next() {
        Resource one = page;
        Resource other = file;
        if (one != null && (other == null || BY_PAGE.compare(one, other) <= 0)) {
            page = next(pages);
            return one;
        }
        if (other == null) {
            throw new NoSuchElementException();
        }
        file = next(files);
        return other;
    }

    private static @Nullable Resource next(Iterator<? extends Resource> series) {
        return series.hasNext() ? series.next() : null;
    }

    private static String pageId(Resource resource) {
        return resource instanceof AttachmentResource file
                ? file.container().id()
                : resource.key().id();
    }
}
