package dev.sluice.confluence;

import dev.sluice.confluence.limit.SiteLimit;

/** Opens clients. */
public final class ConfluenceClients {

    private ConfluenceClients() {}

    /** A client for the site. Sends nothing yet; {@link Confluence#currentUser} tells whether the credentials are good. */
    public static Confluence open(Site site, ClientSettings settings) {
        return open(site, settings, Timing.system());
    }

    /** The same, in agreement with all others that have this limit; {@code observer} learns how its requests go. */
    public static Confluence open(Site site, ClientSettings settings, SiteLimit limit, SiteObserver observer) {
        return open(new SiteHttp(site, settings, limit, Timing.system(), observer), settings);
    }

    static Confluence open(Site site, ClientSettings settings, Timing timing) {
        return open(new SiteHttp(site, settings, timing), settings);
    }

    private static Confluence open(SiteHttp http, ClientSettings settings) {
        return new ProductConfluence(http, ProductApi.of(http, settings.pageSizes()));
    }
}
