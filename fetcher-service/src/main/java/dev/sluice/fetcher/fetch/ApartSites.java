package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The sites whose changes are taken apart from all others, so that one that has to wait holds nobody up. */
@ApplicationScoped
class ApartSites {

    private final Set<String> names;

    ApartSites(Sites sites, FetcherConfig config) {
        this.names = config.sitesApart() ? Set.copyOf(sites.names()) : Set.of();
    }

    Set<String> apart() {
        return names;
    }
}
