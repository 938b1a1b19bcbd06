package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the ids of all pages below one. Cloud shows ten levels in one listing; where there can be more, the walk goes
 * on from the deepest level.
 */
final class CloudDescendants {

    private static final int LEVELS = 10;
    /** Where things are found, by what they are. */
    static final Map<String, String> COLLECTIONS = Map.of(
            "page", "pages",
            "folder", "folders",
            "whiteboard", "whiteboards",
            "database", "databases",
            "embed", "embeds");

    /** Something of any type that can have pages below it. */
    private record Node(String id, String type, int level) {}

    private final SiteHttp http;
    private final int listingSize;

    CloudDescendants(SiteHttp http, int listingSize) {
        this.http = http;
        this.listingSize = listingSize;
    }

    /** In the order of the listings, without the page itself; refuses with {@code NOT_FOUND} when there is none. */
    Set<String> pagesBelow(String pageId, int depth) {
        Set<String> pages = new LinkedHashSet<>();
        Set<Node> walked = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(new Node(pageId, "page", 0)));
        while (!open.isEmpty()) {
            Node root = open.remove();
            int levels = Math.min(LEVELS, depth - root.level());
            if (levels < 1 || !walked.add(root)) {
                continue;
            }
            List<JsonNode> items = http.listing("/api/v2/" + COLLECTIONS.get(root.type()) + "/" + root.id()
                            + "/descendants?depth=" + levels + "&limit=" + listingSize)
                    .toList();
            items.stream()
                    .filter(item -> Json.text(item, "type").equals("page"))
                    .forEach(item -> pages.add(Json.text(item, "id")));
            open.addAll(deepest(root, items));
        }
        pages.remove(pageId);
        return pages;
    }

    private static List<Node> deepest(Node root, List<JsonNode> items) {
        Map<String, String> parents = new HashMap<>();
        items.forEach(item -> parents.put(Json.text(item, "id"), Json.textOrEmpty(item, "parentId")));
        return items.stream()
                .filter(item -> level(Json.text(item, "id"), root.id(), parents) >= LEVELS)
                .map(item -> new Node(Json.text(item, "id"), Json.text(item, "type"), root.level() + LEVELS))
                .filter(node -> COLLECTIONS.containsKey(node.type()))
                .toList();
    }

    private static int level(String id, String rootId, Map<String, String> parents) {
        int level = 0;
        String current = id;
        while (current != null && !current.equals(rootId) && level <= LEVELS) {
            current = parents.get(current);
            level++;
        }
        return level;
    }
}
