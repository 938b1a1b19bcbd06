package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.ContentProperty;
import dev.sluice.simulator.site.PropertyStore;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;

/** Content properties of REST v2. */
final class CloudProperties {

    private final PropertyStore properties;
    private final CloudPages pages;

    CloudProperties(SiteStore store, CloudPages pages) {
        this.properties = new PropertyStore(store);
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.get("/api/v2/pages/{id}/properties", this::list)
                .get("/api/v2/pages/{id}/properties/{property}", this::one);
    }

    private Response list(Request request) {
        List<String> keys = request.query().all("key");
        List<ContentProperty> found = properties.of(pages.require(request).id()).stream()
                .filter(property -> keys.isEmpty() || keys.contains(property.key()))
                .toList();
        return pages.listing(request).answerFrom(found, CloudProperties::shape);
    }

    private Response one(Request request) {
        return properties.of(pages.require(request).id()).stream()
                .filter(property -> Long.toString(property.id()).equals(request.variable("property")))
                .findFirst()
                .map(property -> Response.json(200, shape(property)))
                .orElseThrow(CloudErrors::notFound);
    }

    private static ObjectNode shape(ContentProperty property) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(property.id()))
                .put("key", property.key())
                .set("value", property.value());
        json.putObject("version")
                .put("number", property.version())
                .put("message", "")
                .put("minorEdit", false)
                .put("authorId", CloudJson.account(1))
                .put("createdAt", CloudJson.time(property.modifiedAt()));
        return json;
    }
}
