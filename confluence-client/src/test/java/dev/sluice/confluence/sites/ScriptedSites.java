package dev.sluice.confluence.sites;

import dev.sluice.confluence.Confluence;
import java.util.Map;

/** Sites whose clients a test has written. */
public final class ScriptedSites extends Sites {

    private final Map<String, Confluence> sites;

    public ScriptedSites(Map<String, Confluence> sites) {
        super(Map::of, SiteLimits.ofThisProcess());
        this.sites = sites;
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
