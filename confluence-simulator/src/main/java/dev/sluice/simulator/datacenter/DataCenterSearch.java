package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.Cql;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteStore;
import java.util.List;
import java.util.stream.Stream;

/** Search by CQL on Data Center: for content itself, and for results that hold content. */
final class DataCenterSearch {

    private final SiteStore store;
    private final V1Links links;
    private final DataCenterJson shapes;

    DataCenterSearch(SiteStore store, V1Links links) {
        this.store = store;
        this.links = links;
        this.shapes = new DataCenterJson(store, links);
    }

    Response content(Request request) {
        Cql query = query(request);
        Expansions expand = Expansions.of(request, "");
        List<JsonNode> pages = store.search(query, false, links.searchDelay()).stream()
                .map(page -> (JsonNode) shapes.page(page, expand))
                .toList();
        Stream<JsonNode> files = store.searchAttachments(query).stream().map(file -> attachment(file, expand));
        List<JsonNode> all = Stream.concat(pages.stream(), files).toList();
        return new OffsetListing(request, links, 25, expand.cap()).answerFrom(all, item -> item);
    }

    private ObjectNode attachment(AttachmentView file, Expansions expand) {
        ObjectNode json = shapes.attachment(file, expand);
        if (expand.has("container")) {
            store.content(file.pageId())
                    .ifPresent(page -> json.set("container", shapes.page(page, expand.below("container"))));
        }
        return json;
    }

    Response site(Request request) {
        boolean archived = request.query()
                .one("includeArchivedSpaces")
                .filter("true"::equals)
                .isPresent();
        List<PageView> found = store.search(query(request), archived, links.searchDelay());
        Expansions expand = Expansions.of(request, "");
        return new OffsetListing(request, links, 25, expand.cap()).answerFrom(found, page -> {
            ObjectNode json = Json.object();
            json.set("content", shapes.page(page, expand.below("content")));
            return json.put("title", page.title())
                    .put("url", DataCenterJson.webui(page))
                    .put("entityType", "content");
        });
    }

    private Cql query(Request request) {
        String cql = request.query().one("cql").orElse("");
        try {
            Cql query = Cql.parse(cql);
            store.search(query, false);
            return query;
        } catch (RuntimeException unreadable) {
            throw DataCenterErrors.invalid("Could not parse cql : " + cql);
        }
    }
}
