package dev.sluice.simulator;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.SimulatorServer;
import dev.sluice.simulator.http.SimulatorServer.Delivery;
import java.util.List;

/** Hands requests to the nodes of a Data Center in turn. */
final class LoadBalancer implements SimulatorServer.Service {

    private final List<? extends SimulatorServer.Service> nodes;
    private final SimulatorFaults faults;

    LoadBalancer(List<? extends SimulatorServer.Service> nodes, SimulatorFaults faults) {
        this.nodes = List.copyOf(nodes);
        this.faults = faults;
    }

    @Override
    public Delivery serve(Request request) throws InterruptedException {
        return nodes.get(faults.nodes().next() % nodes.size()).serve(request);
    }
}
