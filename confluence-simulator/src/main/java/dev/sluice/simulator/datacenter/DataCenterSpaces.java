package dev.sluice.simulator.datacenter;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.SpaceView;
import java.util.List;

/** Spaces of REST v1: their listing, and each by its key. */
final class DataCenterSpaces {

    private final SiteStore store;
    private final V1Links links;
    private final DataCenterJson shapes;

    DataCenterSpaces(SiteStore store, V1Links links) {
        this.store = store;
        this.links = links;
        this.shapes = new DataCenterJson(store, links);
    }

    void register(Routes routes) {
        routes.get("/rest/api/space", this::spaces).get("/rest/api/space/{spaceKey}", this::space);
    }

    private Response spaces(Request request) {
        Expansions expand = Expansions.of(request, "");
        List<SpaceView> found = store.spaces().stream()
                .filter(space -> asked(request, "spaceKey", space.key()) && asked(request, "spaceKeys", space.key()))
                .filter(space -> asked(request, "type", space.type()) && asked(request, "status", space.status()))
                .toList();
        return new OffsetListing(request, links, 25, expand.cap())
                .answerFrom(found, space -> shapes.space(space, expand));
    }

    private static boolean asked(Request request, String parameter, String value) {
        List<String> values = request.query().all(parameter);
        return values.isEmpty() || values.contains(value);
    }

    private Response space(Request request) {
        String key = request.variable("spaceKey");
        return store.space(key)
                .map(space -> Response.json(200, shapes.space(space, Expansions.of(request, ""))))
                .orElseThrow(() -> DataCenterErrors.notFound("No space with key : " + key));
    }
}
