package dev.sluice.systemtests.scenario;

import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.Topology;

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
}
