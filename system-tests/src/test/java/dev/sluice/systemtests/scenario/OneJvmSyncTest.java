package dev.sluice.systemtests.scenario;

import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.Topology;

class OneJvmSyncTest extends SyncScenarios {

    OneJvmSyncTest(FourServices services) {
        super(services);
    }

    @Override
    Topology topology() {
        return OneJvm.asShipped();
    }

    @Override
    String name() {
        return "one-jvm";
    }
}
