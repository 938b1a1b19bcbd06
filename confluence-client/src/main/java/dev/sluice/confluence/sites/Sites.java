package dev.sluice.confluence.sites;

import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceClients;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Site;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Clients of the configured sites, each opened once. */
@ApplicationScoped
public class Sites {

    private final SitesConfig config;
    private final Map<String, Confluence> open = new ConcurrentHashMap<>();

    Sites(SitesConfig config) {
        this.config = config;
    }

    /** The client of a site. Not to be closed. {@link UnknownSiteException} when none is configured by that name. */
    public Confluence open(String name) {
        return open.computeIfAbsent(name, this::connect);
    }

    /** Base URL of a site. */
    public String url(String name) {
        return require(name).url().toString();
    }

    @PreDestroy
    void close() {
        open.values().forEach(Confluence::close);
    }

    private Confluence connect(String name) {
        SitesConfig.SiteConfig site = require(name);
        Credentials credentials = site.user()
                .<Credentials>map(user -> new Credentials.Basic(user, site.token()))
                .orElseGet(() -> new Credentials.Bearer(site.token()));
        return ConfluenceClients.open(
                new Site(site.product(), site.url(), credentials),
                ClientSettings.defaults().withMaxConcurrent(site.maxConcurrency()).withFailureRetries(site.retries()));
    }

    private SitesConfig.SiteConfig require(String name) {
        SitesConfig.SiteConfig site = config.sites().get(name);
        if (site == null) {
            throw new UnknownSiteException(name);
        }
        return site;
    }
}
