package dev.sluice.confluence;

/** Opens clients. */
public final class ConfluenceClients {

    private ConfluenceClients() {}

    /** A client for the site. Sends nothing yet; {@link Confluence#currentUser} tells whether the credentials are good. */
    public static Confluence open(Site site, ClientSettings settings) {
        return open(site, settings, Timing.system());
    }

    static Confluence open(Site site, ClientSettings settings, Timing timing) {
        SiteHttp http = new SiteHttp(site, settings, timing);
        return switch (site.product()) {
            case CLOUD -> new CloudConfluence(http, settings);
            case DATA_CENTER -> new DataCenterConfluence(http, settings);
        };
    }
}
