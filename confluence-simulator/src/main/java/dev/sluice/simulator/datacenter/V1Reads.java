package dev.sluice.simulator.datacenter;

import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.SiteStore;

/** The reads of content, spaces and long tasks in REST v1: those that Data Center has, and that Cloud has dropped. */
public final class V1Reads {

    private V1Reads() {}

    /** Adds them to the routes. */
    public static Routes register(SiteStore store, V1Links links, Routes routes) {
        new DataCenterContent(store, links).register(routes);
        new DataCenterAttachments(store, links).register(routes);
        new DataCenterComments(store, links).register(routes);
        new DataCenterProperties(store, links).register(routes);
        new DataCenterSpaces(store, links).register(routes);
        new LongTasks(store, links).register(routes);
        return routes;
    }
}
