package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another process drives the simulator without credentials. */
class AdminApiTest {

    private SimulatedConfluence confluence;
    private Visitor stranger;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(SimulatorOptions.cloud());
        stranger = Visitor.anonymous(confluence);
    }

    @AfterEach
    void stop() {
        stranger.close();
        confluence.close();
    }

    private HttpResponse<byte[]> post(String path, String json) {
        return stranger.post(confluence.baseUrl().resolve("/simulator" + path).toString(), json);
    }

    private JsonNode ask(String path) {
        return stranger.json(confluence.baseUrl().resolve("/simulator" + path).toString());
    }

    private void change(String operation, String json) {
        HttpResponse<byte[]> response = post("/" + operation, json.replace('\'', '"'));
        assertThat(response.statusCode())
                .as(operation + " " + Visitor.text(response))
                .isEqualTo(200);
    }

    private String create(String operation, String json) {
        return Visitor.parse(post("/" + operation, json.replace('\'', '"')))
                .path("id")
                .asText();
    }

    @Test
    void changesPagesThroughTheirWholeLife() {
        String home = ask("/spaces/ENG/pages").path(0).asText();
        String page = create("createPage", "{'spaceKey':'ENG','parentId':'" + home + "','title':'T','storage':'<p/>'}");
        String id = "{'id':'" + page + "'";
        change("editPage", id + ",'storage':'<p>2</p>'}");
        change("appendToPage", id + ",'text':'3'}");
        change("identicalPut", id + "}");
        change("renamePage", id + ",'title':'U'}");
        change("addLabel", id + ",'label':'x'}");
        change("removeLabel", id + ",'label':'x'}");
        change("addComment", id + ",'storage':'<p>x</p>'}");
        change("addInlineComment", id + "}");
        String comment = "{'id':'" + ask("/pages/" + page + "/comments").path(1).asText() + "'";
        change("editComment", comment + ",'storage':'<p>y</p>'}");
        change("resolveComment", comment + "}");
        change("reopenComment", comment + "}");
        change("deleteComment", comment + "}");
        assertThat(ask("/pages/" + page + "/comments")).hasSize(1);
        change("deleteHistoricalVersion", id + "}");
        change("archivePage", id + "}");
        change("unarchivePage", id + "}");
        change("restrictPage", id + "}");
        change("unrestrictPage", id + "}");
        change("trashPage", id + "}");
        change("restorePage", id + "}");
        assertThat(ask("/pages/" + page).path("version").asInt()).isEqualTo(4);
        assertThat(ask("/pages/" + page).path("title").asText()).isEqualTo("U");
        change("purgePage", id + "}");
        assertThat(post("/identicalPut", "{\"id\":\"" + page + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void movesPagesToNewSpacesAndHandlesAttachments() {
        create("createSpace", "{'key':'NEW','name':'New'}");
        String target = ask("/spaces/NEW/pages").path(0).asText();
        String page = ask("/spaces/ENG/pages").path(9).asText();
        change("movePage", "{'id':'" + page + "','parentId':'" + target + "'}");
        assertThat(ask("/pages/" + page).path("spaceKey").asText()).isEqualTo("NEW");
        String attachment = create("addAttachment", "{'id':'" + page + "','fileName':'a.txt','text':'hello'}");
        change("newAttachmentVersion", "{'id':'" + attachment + "','base64':'AQID'}");
        change("renameAttachment", "{'id':'" + attachment + "','fileName':'b.txt'}");
        change("moveAttachment", "{'id':'" + attachment + "','pageId':'" + target + "'}");
        change("moveAttachment", "{'id':'" + attachment + "','pageId':'" + page + "'}");
        change("renameSpace", "{'key':'NEW','name':'Newer'}");
        JsonNode last = ask("/pages/" + page + "/attachments").path(1);
        assertThat(last.path("fileName").asText()).isEqualTo("b.txt");
        assertThat(last.path("size").asInt()).isEqualTo(3);
        change("deleteAttachment", "{'id':'" + attachment + "'}");
        assertThat(ask("/pages/" + page + "/attachments")).hasSize(1);
    }

    @Test
    void setsFaultsAndReadsStatistics() {
        change("faults", "{'unavailable':1,'requestsPerSecond':100,'burst':5,'latencyMillis':1,'maxLatencyMillis':2}");
        assertThat(ask("/faults").path("burst").asInt()).isEqualTo(5);
        assertThat(stranger.ask("/api/v2/pages").statusCode()).isEqualTo(503);
        change("faults", "{'unavailable':0,'requestsPerSecond':0,'refuse':{'segment':'pages','status':403,'after':1}}");
        assertThat(ask("/faults").at("/refuse/status").asInt()).isEqualTo(403);
        assertThat(stranger.ask("/api/v2/pages").statusCode()).isEqualTo(401);
        assertThat(stranger.ask("/api/v2/pages").statusCode()).isEqualTo(403);
        change("faults/clear", "{}");
        assertThat(stranger.ask("/api/v2/pages").statusCode()).isEqualTo(401);
        JsonNode counts = ask("/statistics").at("/site/endpoints/GET ~1api~1v2~1pages");
        assertThat(counts.path("503").asInt() + counts.path("401").asInt()).isEqualTo(3);
        change("statistics/reset", "{}");
        assertThat(ask("/statistics").at("/site/requests").asInt()).isZero();
    }

    @Test
    void takesTheFaultsAsItShowsThem() {
        // Given
        change(
                "faults",
                "{'nodes':2,'nodeLagSeconds':3,'droppedReads':'missing','pointsPerHour':50,'pointsEnforced':false}");
        JsonNode shown = ask("/faults");
        change("faults/clear", "{}");

        // When
        post("/faults", shown.toString());

        // Then
        assertThat(ask("/faults")).isEqualTo(shown);
        assertThat(shown.path("pointsEnforced").asBoolean()).isFalse();
        assertThat(shown.path("droppedReads").asText()).isEqualTo("missing");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThat(Visitor.text(post("/editPage", "{}"))).contains("missing: id");
        assertThat(Visitor.text(post("/faults", "{\"unavailabel\":1}"))).contains("no such fault: unavailabel");
        assertThat(post("/faults", "not json").statusCode()).isEqualTo(400);
        assertThat(post("/nothing", "{}").statusCode()).isEqualTo(404);
        String home = ask("/spaces/ENG/pages").path(0).asText();
        assertThat(post("/movePage", "{\"id\":\"" + home + "\",\"parentId\":\"" + home + "\"}")
                        .statusCode())
                .isEqualTo(409);
    }
}
