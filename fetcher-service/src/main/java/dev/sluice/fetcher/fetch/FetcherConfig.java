package dev.sluice.fetcher.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the fetcher. */
@ConfigMapping(prefix = "fetcher")
interface FetcherConfig {

    /** Requests for up to a hundred bodies that may be under way at once; bounds memory. */
    @WithDefault("3")
    int bodyBatches();
}
