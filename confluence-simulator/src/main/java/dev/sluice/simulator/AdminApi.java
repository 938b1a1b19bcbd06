package dev.sluice.simulator;

import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.LoopbackServer;
import dev.sluice.simulator.http.LoopbackServer.Delivery;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;

/** The endpoints under {@code /simulator}, by which another process changes the site and reads the statistics. */
final class AdminApi {

    private final Routes routes = new Routes("/simulator");

    AdminApi(SimulatedSite site, SimulatorFaults faults, RequestStatistics statistics) {
        routes.get(
                "/statistics",
                request -> Response.json(200, Json.tree(statistics.byEndpoint(RequestStatistics.Host.SITE))));
    }

    /** Serves the simulator's own endpoints, and leaves all others to the service. */
    LoopbackServer.Service before(LoopbackServer.Service service) {
        return request -> {
            if (!request.path().getFirst().equals("simulator")) {
                return service.serve(request);
            }
            return new Delivery.Whole(routes.find(request)
                    .map(match -> match.route().handler().handle(match.request()))
                    .orElseGet(() -> Response.empty(404)));
        };
    }
}
