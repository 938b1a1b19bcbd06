package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.oauth.GrantFile;
import dev.sluice.confluence.oauth.OAuthGrant;
import dev.sluice.confluence.oauth.OAuthSession;
import dev.sluice.confluence.oauth.TokenEndpoint;
import dev.sluice.simulator.SimulatedAtlassian;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {

    @TempDir
    Path folder;

    private SimulatedConfluence simulator;
    private SimulatedAtlassian atlassian;
    private ClientSettings settings;

    @BeforeEach
    void start() {
        SiteShape shape = SiteShape.small().withPagesPerSpace(300).withAttachmentsPerPage(1);
        simulator = SimulatedConfluence.start(SimulatorOptions.cloud().withShape(shape));
        atlassian = simulator.startAtlassian();
        settings =
                ClientSettings.defaults().withNetwork(Network.DIRECT.withAtlassian(atlassian.url(), atlassian.url()));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aScopedTokenFindsItsWayByItself() {
        // When
        Site site = find(new Credentials.Basic(simulator.options().user(), atlassian.scopedToken()));

        // Then
        assertThat(site.baseUrl()).isEqualTo(simulator.baseUrl());
        assertThat(site.apiUrl().toString()).startsWith(atlassian.url() + "/ex/confluence/");
        assertThat(Gateway.to(new Site(site.product(), site.baseUrl(), site.credentials()), settings))
                .isEqualTo(site);
        requireWholeSite(site);
    }

    @Test
    void anOrdinaryTokenIsUsedAtTheSiteItself() {
        // When
        Site site = find(new Credentials.Basic(
                simulator.options().user(), simulator.options().token()));

        // Then
        assertThat(site.apiUrl()).isEqualTo(site.baseUrl());
        assertThat(Gateway.cloudId(site)).isEmpty();
    }

    @Test
    void aTokenThatNobodyTakesIsRefusedInTheNameOfTheSite() {
        assertThatThrownBy(() -> find(new Credentials.Basic("jo@example.org", "s3cret")))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED))
                .hasMessageContaining(simulator.baseUrl().toString())
                .hasMessageContaining("jo@example.org")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void anAppReadsTheSiteAndRenewsItsTokensOnTheWay() {
        // Given
        atlassian.oauth().lifetime(Duration.ofSeconds(61));
        Credentials app = new Credentials.OAuth(session(atlassian.oauth().newRefreshToken()));

        // When
        Site site = find(app);
        atlassian.oauth().revokeAccessTokens();

        // Then
        requireWholeSite(site);
        assertThat(atlassian.oauth().exchanges()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anAppWhoseConsentIsGoneIsToldToAskAgain() {
        assertThatThrownBy(() -> find(new Credentials.OAuth(session("refresh-from-elsewhere"))))
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED))
                .hasMessageContaining("sluice login --oauth")
                .hasMessageNotContaining("refresh-from-elsewhere");
    }

    private OAuthSession session(String refreshToken) {
        GrantFile file = new GrantFile(folder.resolve("grant.json"));
        file.write(
                new OAuthGrant(atlassian.oauth().clientId(), atlassian.oauth().clientSecret(), refreshToken, null, 0));
        TokenEndpoint endpoint = new TokenEndpoint(settings.network(), InstantSource.system());
        return new OAuthSession(file, endpoint, InstantSource.system());
    }

    private Site find(Credentials credentials) {
        return SiteProbe.find(simulator.baseUrl().toString(), null, credentials, settings);
    }

    private void requireWholeSite(Site site) {
        try (Confluence confluence = ConfluenceClients.open(site, settings)) {
            Space space = confluence.spaces(simulator.site().spaceKeys()).getFirst();
            List<Page> pages = confluence.pages(space).toList();
            assertThat(pages).hasSize(300);
            assertThat(pages.getFirst().webUrl()).startsWith(simulator.baseUrl().toString());
            Attachment file =
                    confluence.attachments(pages.subList(0, 3)).findFirst().orElseThrow();
            long size = confluence.download(file.ref(), GatewayTest::count);
            assertThat(size).isEqualTo(file.ref().size());
        }
    }

    private static long count(InputStream bytes) throws java.io.IOException {
        return bytes.readAllBytes().length;
    }
}
