package dev.sluice.systemtests.scenario;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.TestSite;
import dev.sluice.systemtests.topology.Topology;
import org.junit.jupiter.api.Test;

class FourServicesSyncTest extends SyncScenarios {

    private final FourServices services;

    FourServicesSyncTest(FourServices services) {
        super(services);
        this.services = services;
    }

    @Override
    Topology topology() {
        return services;
    }

    @Override
    String name() {
        return "four-services";
    }

    /** Shorter, and in this topology only: the products differ in how they are listed and fetched, not in what follows. */
    @Test
    void keepsTheCopyOfADataCenterSiteEqualToAFreshExport() {
        TestSite site = services.site("sync-" + name(), Mode.DATA_CENTER);
        Journey journey = begin(site, topology().newCopy(site));
        changesOfContent(journey, site);
        journey.step("everything at once", () -> changeEverything(site), figures -> {});
    }
}
