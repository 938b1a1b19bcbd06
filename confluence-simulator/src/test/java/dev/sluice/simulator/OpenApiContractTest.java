package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the simulator's answers with Atlassian's own descriptions, where these are: in a folder {@code shared/openapi}
 * beside the checkout or above it, or in the one that the system property {@code openapi} names. Says what it found; skipped
 * when the files are not there.
 */
class OpenApiContractTest {

    private static final System.Logger LOG = System.getLogger(OpenApiContractTest.class.getName());

    /** Where a product is described, and how its paths begin there. */
    enum Described {
        CLOUD_V2(Mode.CLOUD, "confluence-cloud-v2-2026-07.json", "/api/v2", ""),
        CLOUD_V1(Mode.CLOUD, "confluence-cloud-v1-2026-07.json", "/rest/api", "/wiki/rest/api"),
        DATA_CENTER(Mode.DATA_CENTER, "confluence-dc-10.0.3.json", "/rest/api", "/rest/api");

        private final Mode mode;
        private final String file;
        private final String prefix;
        private final String described;

        Described(Mode mode, String file, String prefix, String described) {
            this.mode = mode;
            this.file = file;
            this.prefix = prefix;
            this.described = described;
        }
    }

    @ParameterizedTest
    @EnumSource(Described.class)
    void answersAreAsDescribed(Described product) {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "Contract check skipped: there is no folder shared/openapi.");
        }
        assumeTrue(folder.isPresent(), "no folder shared/openapi");
        OpenApi api = OpenApi.read(folder.orElseThrow().resolve(product.file));
        SimulatorOptions options =
                product.mode == Mode.CLOUD ? SimulatorOptions.cloud() : SimulatorOptions.dataCenter();
        Map<String, List<String>> violations = new LinkedHashMap<>();
        int[] checked = {0};
        try (SimulatedConfluence confluence = SimulatedConfluence.start(
                        options.withShape(SiteShape.small().withBlogPostsPerSpace(2)));
                Visitor visitor = Visitor.of(confluence, options)) {
            requests(product, confluence.site()).forEach((path, request) -> {
                assertThat(api.describes(path))
                        .as("%s describes %s", product.file, path)
                        .isTrue();
                JsonNode answer = visitor.json(request);
                List<String> wrong = api.violations(path, answer);
                checked[0]++;
                if (!wrong.isEmpty()) {
                    violations.put(path, wrong);
                }
            });
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Contract check of {0}: {1} endpoints, {2} with other answers than described {3}",
                product,
                checked[0],
                violations.size(),
                violations);
        assertThat(violations).isEmpty();
    }

    @Test
    void theCheckFindsWhatIsWrong() throws Exception {
        // Given
        Path file = Files.createTempFile("openapi", ".json");
        Files.writeString(file, """
            {"paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
              {"type":"object","required":["id"],"properties":{"id":{"type":"string"},
               "kind":{"$ref":"#/components/schemas/Kind"},"when":{"type":"string","nullable":true},
               "list":{"type":"array","items":{"type":"integer"}}}}}}}}}}},
             "components":{"schemas":{"Kind":{"type":"string","enum":["page"]}}}}\
            """);

        // When
        OpenApi api = OpenApi.read(file);

        // Then
        assertThat(api.violations(
                        "/a",
                        Visitor.JSON.readTree(
                                "{\"id\":\"1\",\"kind\":\"page\",\"when\":null,\"list\":[1],\"more\":true}")))
                .isEmpty();
        assertThat(api.violations("/a", Visitor.JSON.readTree("{\"kind\":\"blog\",\"list\":[\"x\"]}")))
                .containsExactly(
                        "/id is missing", "/kind is 'blog', not one of [\"page\"]", "/list[] is STRING, not integer");
        Files.delete(file);
    }

    /** A request for every path that is described and simulated. */
    private static Map<String, String> requests(Described product, SimulatedSite site) {
        String page = site.pageIds("ENG").get(3);
        String post = site.blogPostIds("ENG").getFirst();
        String file = site.attachments(page).getFirst().id();
        site.addLabel(page, "label");
        site.archivePage(site.pageIds("ENG").get(4));
        Map<String, String> requests = new LinkedHashMap<>();
        Stream<String> paths = switch (product) {
            case CLOUD_V2 -> Stream.concat(cloud(site, page, post, file), comments(site, page, post));
            case CLOUD_V1 ->
                Stream.of(
                        "/rest/api/user/current /user/current",
                        "/rest/api/search?cql=type=page /search",
                        "/rest/api/content/search?cql=id%20in%20(" + page + ") /content/search",
                        "/rest/api/longtask /longtask");
            case DATA_CENTER -> dataCenter(site, page);
        };
        paths.map(line -> line.split(" ", -1)).forEach(line -> requests.put(product.described + line[1], line[0]));
        assertThat(requests.values()).allMatch(request -> request.startsWith(product.prefix));
        return requests;
    }

    private static Stream<String> comments(SimulatedSite site, String page, String post) {
        String v2 = "/api/v2";
        String body = "?body-format=storage";
        String footer = site.addComment(page, null, "<p>Well</p>");
        site.addComment(page, footer, "<p>Quite</p>");
        String inline = site.addInlineComment(page);
        site.addComment(page, inline, "<p>This</p>");
        site.addComment(post, null, "<p>News</p>");
        String property = site.setProperty(page, "key", TextNode.valueOf("value"));
        return Stream.of(
                v2 + "/footer-comments" + body + " /footer-comments",
                v2 + "/inline-comments" + body + " /inline-comments",
                v2 + "/pages/" + page + "/footer-comments" + body + " /pages/{id}/footer-comments",
                v2 + "/pages/" + page + "/inline-comments" + body + " /pages/{id}/inline-comments",
                v2 + "/blogposts/" + post + "/footer-comments" + body + " /blogposts/{id}/footer-comments",
                v2 + "/blogposts/" + post + "/inline-comments" + body + " /blogposts/{id}/inline-comments",
                v2 + "/footer-comments/" + footer + "/children" + body + " /footer-comments/{id}/children",
                v2 + "/inline-comments/" + inline + "/children" + body + " /inline-comments/{id}/children",
                v2 + "/pages/" + page + "/properties /pages/{page-id}/properties",
                v2 + "/pages/" + page + "/properties/" + property + " /pages/{page-id}/properties/{property-id}");
    }

    private static Stream<String> cloud(SimulatedSite site, String page, String post, String file) {
        String folder = site.createContainer("folder", "ENG", page, "Folder");
        String board = site.createContainer("whiteboard", "ENG", folder, "Board");
        String base = site.createContainer("database", "ENG", folder, "Base");
        String embed = site.createContainer("embed", "ENG", folder, "Link");
        site.createPage("ENG", folder, "In the folder", "<p/>");
        String v2 = "/api/v2";
        return Stream.of(
                v2 + "/spaces /spaces",
                v2 + "/spaces/98305 /spaces/{id}",
                v2 + "/spaces/98305/pages?body-format=storage /spaces/{id}/pages",
                v2 + "/spaces/98305/blogposts?body-format=storage /spaces/{id}/blogposts",
                v2 + "/pages?limit=250 /pages",
                v2 + "/pages/" + page + "?body-format=storage&include-labels=true /pages/{id}",
                v2 + "/pages/" + page + "/children /pages/{id}/children",
                v2 + "/pages/" + page + "/direct-children /pages/{id}/direct-children",
                v2 + "/pages/" + page + "/descendants?depth=5 /pages/{id}/descendants",
                v2 + "/pages/" + page + "/ancestors /pages/{id}/ancestors",
                v2 + "/pages/" + page + "/labels /pages/{id}/labels",
                v2 + "/pages/" + page + "/versions?body-format=storage /pages/{id}/versions",
                v2 + "/pages/" + page + "/attachments /pages/{id}/attachments",
                v2 + "/attachments?limit=250 /attachments",
                v2 + "/attachments/" + file + " /attachments/{id}",
                v2 + "/blogposts?body-format=storage /blogposts",
                v2 + "/blogposts/" + post + "?body-format=storage /blogposts/{id}",
                v2 + "/blogposts/" + post + "/attachments /blogposts/{id}/attachments",
                v2 + "/folders/" + folder + " /folders/{id}",
                v2 + "/folders/" + folder + "/direct-children /folders/{id}/direct-children",
                v2 + "/folders/" + folder + "/descendants /folders/{id}/descendants",
                v2 + "/whiteboards/" + board + " /whiteboards/{id}",
                v2 + "/databases/" + base + " /databases/{id}",
                v2 + "/embeds/" + embed + " /embeds/{id}");
    }

    private static Stream<String> dataCenter(SimulatedSite site, String page) {
        site.addComment(page, null, "<p>Well</p>");
        site.setProperty(page, "key", TextNode.valueOf("value"));
        String expand =
                "?expand=version,ancestors,space,history,body.storage,metadata.labels,children.attachment.version";
        return Stream.of(
                "/rest/api/content" + expand + " /content",
                "/rest/api/content/scan" + expand + " /content/scan",
                "/rest/api/content/search" + expand + "&cql=id=" + page + " /content/search",
                "/rest/api/content/" + page + expand + " /content/{id}",
                "/rest/api/content/" + page + "/child/page" + expand + " /content/{id}/child/{type}",
                "/rest/api/content/" + page + "/descendant/page" + expand + " /content/{id}/descendant/{type}",
                "/rest/api/content/" + page + "/label /content/{id}/label",
                "/rest/api/content/" + page + "/child/attachment /content/{id}/child/attachment",
                "/rest/api/content/" + page + "/child/comment?expand=version,body.storage /content/{id}/child/comment",
                "/rest/api/content/" + page + "/property /content/{id}/property",
                "/rest/api/content/" + page + "/property/key /content/{id}/property/{key}",
                "/rest/api/longtask /longtask",
                "/rest/api/webhooks /webhooks",
                "/rest/api/space?expand=homepage /space",
                "/rest/api/space/ENG?expand=homepage /space/{spaceKey}",
                "/rest/api/user/current /user/current",
                "/rest/api/server-information /server-information",
                "/rest/api/search?cql=type=page /search");
    }

    private static Optional<Path> folder() {
        String named = System.getProperty("openapi");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve("shared/openapi"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
