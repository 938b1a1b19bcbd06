package dev.sluice.confluence;

import dev.sluice.confluence.limit.SiteLimit;

/** Opens clients. */
public final class ConfluenceClients {

    private ConfluenceClients() {}

    /** A client for the site. Sends nothing yet; {@link Confluence#currentUser} tells whether the credentials are good. */
    public static Confluence open(Site site, ClientSettings settings) {
        return open(site, settings, Timing.system());
    }

    /** The same, in agreement with all others that have this limit. */
    public static Confluence open(Site site, ClientSettings settings, SiteLimit limit) {
        return open(site, settings, limit, Timing.system());
    }

    static Confluence open(Site site, ClientSettings settings, Timing timing) {
        return open(site, settings, settings.ownLimit(timing.clock()), timing);
    }

    private static Confluence open(Site site, ClientSettings settings, SiteLimit limit, Timing timing) {
        SiteHttp http = new SiteHttp(site, settings, limit, timing);
        return switch (site.product()) {
            case CLOUD -> new CloudConfluence(http, settings);
            case DATA_CENTER -> new DataCenterConfluence(http, settings);
        };
    }
}
