package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import java.util.List;
import java.util.Map;

/**
 * A listing of what a run covers.
 *
 * @param held what an earlier listing said of resources that are the same still, but for their place; empty when
 *     everything was listed
 */
record Crawl(PageSet pages, List<Attachment> attachments, Map<ResourceKey, Resource> held) {

    /** Everything was listed. */
    Crawl(PageSet pages, List<Attachment> attachments) {
        this(pages, attachments, Map.of());
    }
}
