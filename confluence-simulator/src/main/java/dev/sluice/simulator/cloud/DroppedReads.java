package dev.sluice.simulator.cloud;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.datacenter.V1Links;
import dev.sluice.simulator.datacenter.V1Reads;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;

/**
 * Reads of REST v1 that Cloud has dropped in favour of v2: gone, unknown, or still answered, with the headers that warn
 * of the end. Then they have the form that Data Center gives them.
 */
final class DroppedReads {

    private static final List<String> PATHS = List.of(
            "/content",
            "/content/{id}",
            "/content/{id}/label",
            "/content/{id}/property",
            "/content/{id}/child/{type}",
            "/space",
            "/space/{spaceKey}");

    private final SimulatorFaults faults;
    private final Routes before;

    DroppedReads(SiteStore store, V1Links links) {
        this.faults = links.faults();
        this.before = V1Reads.register(store, links, new Routes(Mode.CLOUD.contextPath()));
    }

    void register(Routes routes) {
        PATHS.forEach(path -> routes.get("/rest/api" + path, this::answer));
    }

    private Response answer(Request request) {
        return switch (faults.cloud().droppedReads()) {
            case GONE -> CloudErrors.gone();
            case MISSING -> CloudErrors.v1(404, "null for uri: /" + String.join("/", request.path()));
            case DEPRECATED ->
                CloudErrors.deprecated(before.find(request)
                        .map(match -> match.route().handler().handle(match.request()))
                        .orElseGet(CloudErrors::gone));
        };
    }
}
