package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatorFaults;
import java.util.function.Supplier;

/** The base URL that answers name, and how long listings may be. */
record DataCenterLinks(Supplier<String> baseUrl, SimulatorFaults faults) {

    String base() {
        return baseUrl.get();
    }

    int listingCap() {
        return faults.listingCap();
    }

    void addTo(ObjectNode links) {
        links.put("base", base()).put("context", Mode.DATA_CENTER.contextPath());
    }
}
