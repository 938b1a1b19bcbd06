package dev.sluice.simulator.datacenter;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.http.Authorization;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.site.SiteEvents;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import java.util.function.Supplier;

/** The nodes of a Data Center: they share what is on the site; the second may learn of it later. */
public final class DataCenterCluster {

    private final List<SiteApi> nodes;

    /**
     * Makes the nodes.
     *
     * @param baseUrl with the context path, without a slash at the end; asked once the server is started
     */
    public DataCenterCluster(
            SiteStore store,
            SimulatorFaults faults,
            Authorization authorization,
            Supplier<String> baseUrl,
            SiteEvents events) {
        V1Links first = new V1Links(Mode.DATA_CENTER, baseUrl, faults, false);
        Webhooks webhooks = new Webhooks(first);
        events.tell(webhooks::tell);
        nodes = List.of(
                new DataCenterSite("node1", store, authorization, first, webhooks),
                new DataCenterSite(
                        "node2", store, authorization, new V1Links(Mode.DATA_CENTER, baseUrl, faults, true), webhooks));
    }

    /** Two, whether both are in use or not. */
    public List<SiteApi> nodes() {
        return nodes;
    }
}
