package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AuthorisationTest {

    private final SimulatorOptions cloud = SimulatorOptions.cloud();
    private final SimulatorOptions dataCenter = SimulatorOptions.dataCenter();

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void cloudAnswers403OnV1And401OnV2ToAWrongToken() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(cloud);
                Visitor stranger = Visitor.anonymous(confluence);
                Visitor wrong = stranger.with("Authorization", Visitor.basic(cloud.user(), "wrong"))) {
            assertThat(wrong.ask("/rest/api/user/current").statusCode()).isEqualTo(403);
            assertThat(Visitor.text(wrong.ask("/rest/api/user/current"))).contains("caller cannot access Confluence");
            assertThat(wrong.ask("/api/v2/pages").statusCode()).isEqualTo(401);
            assertThat(stranger.ask("/api/v2/pages").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void cloudAnswers401WithHtmlToAnUnreadableHeaderAndTakesNoBearer() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(cloud);
                Visitor stranger = Visitor.anonymous(confluence);
                Visitor garbled = stranger.with("Authorization", "Basic ???");
                Visitor bearer = stranger.with("Authorization", "Bearer " + cloud.token())) {
            assertThat(garbled.ask("/rest/api/user/current").statusCode()).isEqualTo(401);
            assertThat(Visitor.text(garbled.ask("/rest/api/user/current"))).startsWith("<!doctype html>");
            assertThat(bearer.ask("/rest/api/user/current").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void cloudTellsItsCloudIdToAnyone() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(cloud);
                Visitor stranger = Visitor.anonymous(confluence)) {
            String site = confluence.baseUrl().resolve("/_edge/tenant_info").toString();
            assertThat(stranger.json(site).path("cloudId").asText()).hasSize(36);
        }
    }

    @Test
    void anAnonymousSiteShowsAnEmptySiteToAWrongToken() {
        for (SimulatorOptions options : new SimulatorOptions[] {cloud, dataCenter}) {
            try (SimulatedConfluence confluence = SimulatedConfluence.start(options);
                    Visitor stranger = Visitor.anonymous(confluence)) {
                confluence.faults().anonymousSite(true);
                String listing = options.mode() == Mode.CLOUD ? "/api/v2/pages" : "/rest/api/content";
                assertThat(stranger.json(listing).path("results")).isEmpty();
                assertThat(stranger.json("/rest/api/user/current").path("type").asText())
                        .isEqualTo("anonymous");
            }
        }
    }

    @Test
    void dataCenterTakesAPersonalAccessTokenAndBasic() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(dataCenter);
                Visitor stranger = Visitor.anonymous(confluence);
                Visitor basic = Visitor.of(confluence, dataCenter);
                Visitor bearer = stranger.with("Authorization", "Bearer " + dataCenter.token())) {
            assertThat(basic.ask("/rest/api/user/current").statusCode()).isEqualTo(200);
            assertThat(header(bearer.ask("/rest/api/server-information"), "X-AUSERNAME"))
                    .isNotEmpty();
            HttpResponse<byte[]> refused = stranger.ask("/rest/api/server-information");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "X-AUSERNAME")).isEqualTo("anonymous");
            assertThat(Visitor.parse(refused).path("statusCode").asInt()).isEqualTo(401);
        }
    }

    @Test
    void dataCenterLeadsToTheLoginPageWhenTheTrapIsSet() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(dataCenter);
                Visitor stranger = Visitor.anonymous(confluence)) {
            confluence.faults().loginPage(true);
            HttpResponse<byte[]> redirect = stranger.ask("/download/attachments/1/a.png");
            assertThat(redirect.statusCode()).isEqualTo(302);
            HttpResponse<byte[]> login = stranger.ask(header(redirect, "Location"));
            assertThat(login.statusCode()).isEqualTo(200);
            assertThat(header(login, "Content-Type")).startsWith("text/html");
        }
    }
}
