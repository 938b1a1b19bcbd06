package dev.sluice.confluence.sites;

import dev.sluice.confluence.Confluence;
import java.util.Map;

/** Sites whose clients a test has written. */
public final class ScriptedSites extends Sites {

    private final Map<String, Confluence> sites;

    public ScriptedSites(Map<String, Confluence> sites) {
        super(new NoSites(), SiteLimits.ofThisProcess());
        this.sites = sites;
    }

    private record NoSites() implements SitesConfig {
        @Override
        public Map<String, SiteConfig> sites() {
            return Map.of();
        }

        @Override
        public Atlassian atlassian() {
            throw new UnsupportedOperationException("no site needs it");
        }
    }

    @Override
    public boolean isAnonymous(String name) {
        return false;
    }

    @Override
    public Confluence open(String name) {
        Confluence site = sites.get(name);
        if (site == null) {
            throw new UnknownSiteException(name);
        }
        return site;
    }
}
