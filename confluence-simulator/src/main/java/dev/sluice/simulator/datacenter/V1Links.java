package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatorFaults;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What answers of REST v1 say of where they come from, and how long listings may be.
 *
 * @param mode whose context path it is
 * @param baseUrl with the context path, without a slash at the end; asked once the server is started
 * @param lagging whether this node learns of changes later than the other one
 */
public record V1Links(Mode mode, Supplier<String> baseUrl, SimulatorFaults faults, boolean lagging) {

    String base() {
        return baseUrl.get();
    }

    int listingCap() {
        return faults.listingCap();
    }

    /** How long listings do not show what was made or changed. */
    Duration listingDelay() {
        return delayed(faults.listings().delay());
    }

    /** How long the search index does not show what was made or changed. */
    Duration searchDelay() {
        return delayed(faults.listings().searchDelay());
    }

    private Duration delayed(Duration everywhere) {
        return lagging ? everywhere.plus(faults.nodes().lag()) : everywhere;
    }

    void addTo(ObjectNode links) {
        links.put("base", base()).put("context", mode.contextPath());
    }
}
