package dev.sluice.confluence.sites;

import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceClients;
import dev.sluice.confluence.Traffic;
import io.micrometer.core.instrument.Metrics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Clients of the configured sites, each opened once. */
@ApplicationScoped
public class Sites {

    private final SitesConfig config;
    private final SiteLimits limits;
    private final Map<String, Confluence> open = new ConcurrentHashMap<>();

    Sites(SitesConfig config, SiteLimits limits) {
        this.config = config;
        this.limits = limits;
    }

    /** The client of a site. Not to be closed. {@link UnknownSiteException} when none is configured by that name. */
    public Confluence open(String name) {
        return open.computeIfAbsent(name, this::connect);
    }

    /** How the clients that are open get on, by the names of their sites. */
    public Map<String, Traffic> traffic() {
        Map<String, Traffic> traffic = new TreeMap<>();
        open.forEach((name, client) -> traffic.put(name, client.traffic()));
        return traffic;
    }

    /** The configured sites. */
    public Set<String> names() {
        return config.sites().keySet();
    }

    /** Whether the site is asked as nobody. */
    public boolean isAnonymous(String name) {
        return require(name).anonymous();
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
        SitesConfig.SiteConfig config = require(name);
        SiteAccess access = new SiteAccess(name, config, this.config.atlassian());
        ClientSettings settings = access.settings();
        SiteMeters meters = new SiteMeters(name, Metrics.globalRegistry);
        Confluence client = ConfluenceClients.open(
                access.site(), settings, limits.of(config.url(), settings.pace().requestsPerSecond()), meters);
        meters.watch(client::traffic, InstantSource.system());
        return client;
    }

    private SitesConfig.SiteConfig require(String name) {
        SitesConfig.SiteConfig site = config.sites().get(name);
        if (site == null) {
            throw new UnknownSiteException(name);
        }
        return site;
    }
}
