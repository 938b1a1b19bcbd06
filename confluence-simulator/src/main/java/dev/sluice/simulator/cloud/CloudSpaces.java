package dev.sluice.simulator.cloud;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.SpaceView;
import java.util.List;

/** Spaces of REST v2. */
final class CloudSpaces {

    private final SiteStore store;
    private final CloudPages pages;

    CloudSpaces(SiteStore store, CloudPages pages) {
        this.store = store;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.get("/api/v2/spaces", this::spaces).get("/api/v2/spaces/{id}", this::space);
    }

    private Response spaces(Request request) {
        List<SpaceView> found = store.spaces().stream()
                .filter(space -> asked(request, "keys", space.key()))
                .filter(space -> asked(request, "ids", Long.toString(space.id())))
                .filter(space -> asked(request, "type", space.type()))
                .filter(space -> asked(request, "status", space.status()))
                .toList();
        return pages.listing(request).answerFrom(found, CloudJson::space);
    }

    private static boolean asked(Request request, String parameter, String value) {
        List<String> values = request.query().all(parameter);
        return values.isEmpty() || values.contains(value);
    }

    private Response space(Request request) {
        return request.number("id")
                .flatMap(store::space)
                .map(space -> Response.json(200, CloudJson.space(space)))
                .orElseThrow(CloudErrors::notFound);
    }
}
