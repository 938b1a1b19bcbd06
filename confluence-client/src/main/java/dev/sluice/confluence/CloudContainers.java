package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Finds folders and the like one by one: Cloud has no listing of them. */
final class CloudContainers {

    private static final int AT_ONCE = 8;

    private final SiteHttp http;

    CloudContainers(SiteHttp http) {
        this.http = http;
    }

    /** Without those that are gone, out of sight, or of a kind that is not known. */
    List<Container> find(Collection<Container.Ref> wanted) {
        return wanted.stream()
                .filter(ref -> CloudDescendants.COLLECTIONS.containsKey(ref.type()))
                .gather(Gatherers.mapConcurrent(AT_ONCE, this::find))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Container> find(Container.Ref ref) {
        try {
            return http.find("/api/v2/" + CloudDescendants.COLLECTIONS.get(ref.type()) + "/" + Uris.encode(ref.id()))
                    .map(CloudContainers::container);
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Container container(JsonNode node) {
        return new Container(
                Json.text(node, "id"),
                Json.textOrEmpty(node, "spaceId"),
                Json.textOrEmpty(node, "title"),
                Json.textOrNull(node, "parentId"),
                Json.textOrNull(node, "parentType"));
    }
}
