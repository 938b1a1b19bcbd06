package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is new on Data Center, by its search index: its listings have no order by time. */
final class DataCenterRecent {

    private static final int MOST_SPACES = 50;
    private static final String NEWEST_FIRST = " order by lastmodified desc";

    private final SiteHttp http;
    private final DataCenterJson json;
    private final DataCenterSpaces spaces;
    private final int listingSize;

    DataCenterRecent(SiteHttp http, DataCenterJson json, DataCenterSpaces spaces, int listingSize) {
        this.http = http;
        this.json = json;
        this.spaces = spaces;
        this.listingSize = listingSize;
    }

    /** Pages and blog posts together; of the whole site when other spaces count or there are too many to name. */
    Stream<Page> pages(Recent asked) {
        spaces.remember(asked.spaces());
        String query = "type in (page, blogpost)" + where(asked) + NEWEST_FIRST;
        return answers(query, "version,ancestors,space,history,metadata.labels", asked)
                .map(answer -> ListingWalk.items(answer).toList())
                .peek(spaces::learn)
                .flatMap(List::stream)
                .map(this::described);
    }

    /** Those of pages and blog posts; what else has files is left out. */
    Stream<Attachment> attachments(Recent asked) {
        return answers("type = attachment" + NEWEST_FIRST, "version,container", asked)
                .flatMap(ListingWalk::items)
                .filter(node -> node.path("container").hasNonNull("id"))
                .map(node -> json.attachment(node, Json.text(node.path("container"), "id")));
    }

    private Page described(JsonNode node) {
        Space space = spaces.of(node);
        return Json.text(node, "type").equals("blogpost") ? json.blogPost(node, space) : json.page(node, space);
    }

    private Stream<JsonNode> answers(String query, String expand, Recent asked) {
        String path =
                "/rest/api/content/search?cql=" + Uris.encode(query) + "&expand=" + expand + "&limit=" + listingSize;
        return Stream.of(path)
                .flatMap(one -> SiteHttp.stream(new RecentWalk(http.answers(one), "when", asked.until())));
    }

    private static String where(Recent asked) {
        if (asked.elsewhere() || asked.spaces().isEmpty() || asked.spaces().size() > MOST_SPACES) {
            return "";
        }
        return asked.spaces().stream()
                .map(space -> "\"" + space.key() + "\"")
                .collect(Collectors.joining(", ", " and space in (", ")"));
    }
}
