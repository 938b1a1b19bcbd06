package dev.sluice.planner.crawl;

import dev.sluice.pipeline.Resource;
import dev.sluice.planner.path.PathTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a listing comes to. */
final class Resources {

    private Resources() {}

    static Stream<Resource> of(Crawl crawl) {
        List<Resource> resources = new ArrayList<>();
        try (CatalogBuilder builder = new CatalogBuilder(crawl, PathTemplates.DEFAULTS)) {
            builder.resources().forEachRemaining(resources::add);
        }
        return resources.stream();
    }
}
