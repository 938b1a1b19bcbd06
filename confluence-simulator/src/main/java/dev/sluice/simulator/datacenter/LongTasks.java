package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.LongTask;
import dev.sluice.simulator.site.SiteStore;

/** Work in the background, as REST v1 of both products shows it: it is done by the time that somebody asks. */
public final class LongTasks {

    private static final int DEFAULT_LIMIT = 100;

    private final SiteStore store;
    private final V1Links links;

    public LongTasks(SiteStore store, V1Links links) {
        this.store = store;
        this.links = links;
    }

    public void register(Routes routes) {
        routes.get("/rest/api/longtask", this::list).get("/rest/api/longtask/{id}", this::one);
    }

    private Response list(Request request) {
        return new OffsetListing(request, links, DEFAULT_LIMIT, DEFAULT_LIMIT)
                .answerFrom(store.tasks(), LongTasks::shape);
    }

    private Response one(Request request) {
        return store.tasks().stream()
                .filter(task -> task.id().toString().equals(request.variable("id")))
                .findFirst()
                .map(task -> {
                    ObjectNode json = shape(task);
                    links.addTo(json.putObject("_links"));
                    return Response.json(200, json);
                })
                .orElseThrow(() -> DataCenterErrors.notFound("No task found with key: " + request.variable("id")));
    }

    private static ObjectNode shape(LongTask task) {
        ObjectNode json = Json.object().put("id", task.id().toString());
        json.putObject("name").put("key", "longtask." + task.name()).putArray("args");
        json.put("elapsedTime", 1)
                .put("percentageComplete", 100)
                .put("successful", true)
                .put("finished", true)
                .putArray("messages");
        return json;
    }
}
