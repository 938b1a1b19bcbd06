package dev.sluice.fetcher.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the fetcher. */
@ConfigMapping(prefix = "fetcher")
interface FetcherConfig {

    /** Requests for up to a hundred bodies of a site that may be under way at once; bounds memory. */
    @WithDefault("3")
    int bodyBatches();

    /** Batches of changes of a site that are worked on side by side, so that its limit is used up; a kill repeats as many. */
    @WithDefault("3")
    int batchesAtOnce();

    /** Whether each site's changes are read as a consumer group of its own; not needed by one who has a single site. */
    @WithDefault("true")
    boolean sitesApart();
}
