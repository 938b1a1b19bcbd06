package dev.sluice.renderer.links;

import static dev.sluice.renderer.RenderScene.attachment;
import static dev.sluice.renderer.RenderScene.blogPost;
import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.LinkTarget;
import dev.sluice.pipeline.MemberDigest;
import dev.sluice.pipeline.Reference;
import dev.sluice.renderer.RenderScene;
import dev.sluice.store.LocalObjectStore;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinksTest {

    private static final String SITE = "https://acme.example/wiki";

    @TempDir
    Path folder;

    private PageLinks links;

    @BeforeEach
    void aCatalog() {
        RenderScene scene = new RenderScene(folder);
        scene.listed(
                page("1", "Home"),
                page("2", "Plan & C++"),
                blogPost("7", "News & more"),
                attachment("1", "att5", "x.png"),
                attachment("2", "att6", "y.png"));
        links = new PageLinks(
                RunCatalog.load(LocalObjectStore.open(folder), scene.run().run()),
                page("1", "Home"),
                SITE,
                _ -> Optional.empty());
    }

    @Test
    void whatIsInTheCatalogIsInTheExport() {
        assertThat(links.pageByTitle("ENG", "Plan & C++")).isEqualTo(new LinkTarget.InExport("ENG/Plan & C++.md"));
        assertThat(links.pageById("2")).isEqualTo(new LinkTarget.InExport("ENG/Plan & C++.md"));
        assertThat(links.attachment("x.png")).isEqualTo(new LinkTarget.InExport("ENG/1/_attachments/x.png"));
        assertThat(links.attachmentOf("ENG", "Plan & C++", "y.png"))
                .isEqualTo(new LinkTarget.InExport("ENG/2/_attachments/y.png"));
    }

    @Test
    void whatIsNotInTheCatalogIsAtTheSite() {
        assertThat(links.pageByTitle("OPS", "A b+c"))
                .isEqualTo(new LinkTarget.OutOfExport(SITE + "/display/OPS/A+b%2Bc"));
        assertThat(links.pageById("9")).isEqualTo(new LinkTarget.OutOfExport(SITE + "/pages/viewpage.action?pageId=9"));
        assertThat(links.attachmentOf("OPS", "Other", "z.png"))
                .isEqualTo(new LinkTarget.OutOfExport(SITE + "/display/OPS/Other"));
        assertThat(links.space("OPS")).isEqualTo(new LinkTarget.OutOfExport(SITE + "/display/OPS"));
        assertThat(links.blogPost("ENG", "News", "2026/01/31"))
                .isEqualTo(new LinkTarget.OutOfExport(SITE + "/display/ENG/2026/01/31/News"));
    }

    @Test
    void anAttachmentThatAnExportedPageDoesNotHaveIsBroken() {
        assertThat(links.attachment("y.png")).isEqualTo(new LinkTarget.Broken());
        assertThat(links.attachmentOf("ENG", "Plan & C++", "x.png")).isEqualTo(new LinkTarget.Broken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SITE + "/spaces/ENG/pages/2/Plan",
                SITE + "/spaces/ENG/pages/2",
                SITE + "/spaces/ENG/pages/edit-v2/2",
                SITE + "/pages/viewpage.action?pageId=2",
                SITE + "/pages/viewpage.action?x=y&pageId=2",
                SITE + "/display/ENG/Plan+%26+C%2B%2B",
                "/wiki/spaces/ENG/pages/2/Plan"
            })
    void anAddressOfAnExportedPageLeadsIntoTheExport(String url) {
        assertThat(links.url(url)).isEqualTo(new LinkTarget.InExport("ENG/Plan & C++.md"));
    }

    @Test
    void aBlogPostIsFoundByItsDayAndTitle() {
        // When
        LinkTarget found = links.blogPost("ENG", "News & more", "2026/01/31");
        LinkTarget ofAnotherDay = links.blogPost("ENG", "News & more", "2026/02/01");
        LinkTarget ofNoDay = links.blogPost("ENG", "News & more", "someday");
        LinkTarget asAPage = links.pageByTitle("ENG", "News & more");

        // Then
        assertThat(found).isEqualTo(new LinkTarget.InExport("ENG/_blog/2026/01/31/News & more.md"));
        assertThat(ofAnotherDay).isEqualTo(new LinkTarget.OutOfExport(SITE + "/display/ENG/2026/02/01/News+%26+more"));
        assertThat(ofNoDay).isInstanceOf(LinkTarget.OutOfExport.class);
        assertThat(asAPage).isInstanceOf(LinkTarget.OutOfExport.class);
        assertThat(links.references())
                .contains(
                        new Reference("blog:ENG/2026-01-31/News & more", "ENG/_blog/2026/01/31/News & more.md"),
                        new Reference("blog:ENG/2026-02-01/News & more", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SITE + "/spaces/ENG/blog/2026/01/31/7/News",
                SITE + "/spaces/ENG/blog/2026/01/31/7",
                SITE + "/pages/viewpage.action?pageId=7",
                SITE + "/display/ENG/2026/01/31/News+%26+more"
            })
    void anAddressOfAnExportedBlogPostLeadsIntoTheExport(String url) {
        assertThat(links.url(url)).isEqualTo(new LinkTarget.InExport("ENG/_blog/2026/01/31/News & more.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/wiki/spaces/ENG/pages/2",
                "https://acme.example/wikipedia/spaces/ENG/pages/2",
                SITE + "/spaces/ENG/pages/2#section",
                SITE + "/display/ENG/Plan%zz",
                SITE + "/spaces/ENG/pages/99",
                SITE + "/display/ENG/2026/13/31/News",
                "//acme.example/wiki/spaces/ENG/pages/2",
                "mailto:jane@acme.example",
                SITE
            })
    void everyOtherAddressStaysAsItIs(String url) {
        assertThat(links.url(url)).isEqualTo(new LinkTarget.OutOfExport(url));
    }

    @Test
    void aPathOfTheSiteGetsItsHost() {
        assertThat(links.url("/wiki/spaces/OPS/overview"))
                .isEqualTo(new LinkTarget.OutOfExport(SITE + "/spaces/OPS/overview"));
    }

    @Test
    void remembersEachQuestionOnceWithItsAnswerForTheNextRunsToAsk() {
        // When
        links.pageById("2");
        links.pageById("2");
        links.url(SITE + "/display/ENG/Later");
        links.attachmentOf("ENG", "Plan & C++", "y.png");
        MemberDigest bearer = new MemberDigest();
        bearer.addPage("2", "Plan & C++", "ENG/Plan & C++.md");
        links.url("https://elsewhere.example/");

        // Then
        assertThat(links.references())
                .containsExactly(
                        new Reference("id:2", "ENG/Plan & C++.md"),
                        new Reference("title:ENG/Later", null),
                        new Reference("title:ENG/Plan & C++", "ENG/Plan & C++.md"),
                        new Reference("titled:ENG/Plan & C++", bearer.toString()),
                        new Reference("file:2/y.png", "ENG/2/_attachments/y.png"));
    }
}
