package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.ContentProperty;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.PropertyStore;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;

/** Content properties of REST v1. */
final class DataCenterProperties {

    private static final int DEFAULT_LIMIT = 10;

    private final SiteStore store;
    private final PropertyStore properties;
    private final V1Links links;

    DataCenterProperties(SiteStore store, V1Links links) {
        this.store = store;
        this.properties = new PropertyStore(store);
        this.links = links;
    }

    void register(Routes routes) {
        routes.get("/rest/api/content/{id}/property", this::list)
                .get("/rest/api/content/{id}/property/{key}", this::one);
    }

    private Response list(Request request) {
        return new OffsetListing(request, links, DEFAULT_LIMIT, 200)
                .answerFrom(of(request), DataCenterProperties::shape);
    }

    private Response one(Request request) {
        return of(request).stream()
                .filter(property -> property.key().equals(request.variable("key")))
                .findFirst()
                .map(property -> Response.json(200, shape(property)))
                .orElseThrow(() -> DataCenterErrors.notFound("No property found with key: " + request.variable("key")));
    }

    private List<ContentProperty> of(Request request) {
        PageView page = request.number("id")
                .flatMap(store::content)
                .orElseThrow(() -> DataCenterErrors.noContent(request.variable("id")));
        return properties.of(page.id());
    }

    private static ObjectNode shape(ContentProperty property) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(property.id()))
                .put("key", property.key())
                .set("value", property.value());
        return json.set("version", DataCenterJson.version(property.version(), property.modifiedAt(), 1));
    }
}
