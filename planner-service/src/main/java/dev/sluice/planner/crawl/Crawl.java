package dev.sluice.planner.crawl;

import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import java.util.Map;

/**
 * A listing of what a run covers.
 *
 * @param held what an earlier listing said of resources that are the same still, but for their place; empty when
 *     everything was listed
 */
record Crawl(PageSet pages, Map<ResourceKey, Resource> held) implements AutoCloseable {

    /** Everything was listed. */
    Crawl(PageSet pages) {
        this(pages, Map.of());
    }

    /** Gives the disk back. */
    @Override
    public void close() {
        pages.close();
    }
}
