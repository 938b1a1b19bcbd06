package dev.sluice.confluence;

import java.net.URI;
import java.util.Optional;

/**
 * Atlassian's gateway to its Cloud sites: the only way that takes scoped tokens and OAuth's access tokens. It knows a site by its
 * cloud id, which the site tells everybody.
 */
public final class Gateway {

    private static final String PREFIX = "/ex/confluence/";
    private static final String TENANT_INFO = "/_edge/tenant_info";

    private Gateway() {}

    /** The same site, asked by way of the gateway, when its cloud id is known. */
    public static Site to(Site site, String cloudId, ClientSettings settings) {
        URI api = URI.create(settings.network().gateway() + PREFIX + Uris.encode(cloudId) + "/wiki");
        return new Site(site.product(), site.baseUrl(), site.credentials(), api);
    }

    /** The same site, asked by way of the gateway; costs one request, to the site, without credentials. */
    public static Site to(Site site, ClientSettings settings) {
        return to(site, settings, Timing.system());
    }

    /** The cloud id by which the gateway is asked for the site; empty when the site itself is asked. */
    public static Optional<String> cloudId(Site site) {
        String path = site.apiUrl().getPath();
        return site.apiUrl().equals(site.baseUrl()) || !path.startsWith(PREFIX)
                ? Optional.empty()
                : Optional.of(path.substring(PREFIX.length()).replaceFirst("/wiki$", ""));
    }

    static Site to(Site site, ClientSettings settings, Timing timing) {
        URI origin = URI.create(Uris.origin(site.baseUrl()));
        Site open = new Site(Product.CLOUD, origin, new Credentials.Anonymous());
        try (SiteHttp http = new SiteHttp(open, settings, timing)) {
            return to(site, Json.text(http.json(TENANT_INFO), "cloudId"), settings);
        }
    }
}
