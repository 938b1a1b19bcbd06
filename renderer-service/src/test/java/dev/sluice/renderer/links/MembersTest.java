package dev.sluice.renderer.links;

import static dev.sluice.renderer.RenderScene.attachment;
import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.LinkTarget;
import dev.sluice.markdown.PageNode;
import dev.sluice.pipeline.MemberDigest;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Resource;
import dev.sluice.renderer.RenderScene;
import dev.sluice.store.LocalObjectStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page shows of the pages below it and of its files. */
class MembersTest {

    private static final String SITE = "https://acme.example/wiki";

    @TempDir
    Path folder;

    @Test
    void childrenAreListedByTitleToTheDepthAskedFor() {
        PageLinks links = links(
                page("1", "Home"), page("2", "b", "1"), page("3", "C", "1"), page("4", "a", "1"), page("5", "x", "2"));

        assertThat(links.children("ENG", "Home", 1)).containsExactly(node("a"), node("b"), node("C"));
        assertThat(links.children("ENG", "Home", 2)).containsExactly(node("a"), node("b", node("x")), node("C"));
    }

    @Test
    void everyPageWhoseChildrenWereAskedForIsRemembered() {
        Resource below = page("5", "x", "2");
        PageLinks links = links(page("1", "Home"), page("2", "b", "1"), below);

        links.children("ENG", "b", 2);

        assertThat(links.references())
                .containsExactly(
                        new Reference("title:ENG/b", "ENG/b.md"),
                        new Reference("titled:ENG/b", digest(page("2", "b", "1"))),
                        new Reference("children:2", digest(below)),
                        new Reference("children:5", null));
    }

    @Test
    void thePagesBelowAnUnknownPageAreNoneAndTheTitleIsRemembered() {
        PageLinks links = links(page("1", "Home"));

        assertThat(links.children("ENG", "Nowhere", 3)).isEmpty();
        assertThat(links.references())
                .containsExactly(new Reference("title:ENG/Nowhere", null), new Reference("titled:ENG/Nowhere", null));
    }

    @Test
    void aTreeThatBitesItsTailEnds() {
        PageLinks links = links(page("1", "Home", "2"), page("2", "b", "1"));

        assertThat(links.children("ENG", "Home", 20)).hasSize(1);
    }

    @Test
    void filesAreNamedInOrderAndRemembered() {
        Resource y = attachment("1", "att5", "y.png");
        Resource x = attachment("1", "att6", "x.png");
        PageLinks links = links(page("1", "Home"), y, x, attachment("2", "att7", "z.png"));

        assertThat(links.attachmentNames()).containsExactly("x.png", "y.png");
        assertThat(links.references()).containsExactly(new Reference("files:1", digest(x, y)));
    }

    @Test
    void pagesWithALabelAreListedByTitleAndRemembered() {
        Resource b = labelled(page("2", "b"), "ops");
        Resource a = labelled(page("3", "a"), "x", "ops");
        PageLinks links = links(page("1", "Home"), b, a, labelled(page("4", "c"), "other"));

        assertThat(links.labelled("ops", null)).containsExactly(node("a"), node("b"));
        assertThat(links.labelled("ops", "ENG")).containsExactly(node("a"), node("b"));
        assertThat(links.labelled("ops", "OPS")).isEmpty();
        assertThat(links.references())
                .containsExactly(
                        new Reference("label:/ops", digest(a, b)),
                        new Reference("label:ENG/ops", digest(a, b)),
                        new Reference("label:OPS/ops", null));
    }

    @Test
    void theBodyOfAPageThatIsListedByItsLabelCanBeShown() {
        RunCatalog catalog = catalog(page("1", "Home"), labelled(page("2", "b"), "ops"));
        PageLinks links = new PageLinks(
                catalog,
                page("1", "Home"),
                SITE,
                key -> Optional.of(new PageBodies.Body("<p>" + key.id() + "</p>", "sum")));

        links.labelled("ops", null);

        assertThat(links.body("ENG/b.md")).hasValue("<p>2</p>");
        assertThat(links.references()).contains(new Reference("body:page:2", "sum"));
    }

    private static PageResource labelled(PageResource page, String... labels) {
        return page.with(new PageDetails(null, List.of(labels), null));
    }

    @Test
    void theSystemsOwnJiraOfACloudSiteIsAtItsAddress() {
        links(page("1", "Home"));
        RunCatalog catalog = catalog(page("1", "Home"));
        PageLinks cloud =
                new PageLinks(catalog, page("1", "Home"), "https://acme.atlassian.net/wiki", _ -> Optional.empty());

        assertThat(cloud.jiraBaseUrl("id", "System JIRA")).hasValue("https://acme.atlassian.net");
        assertThat(cloud.jiraBaseUrl("id", "Other")).isEmpty();
        assertThat(new PageLinks(catalog, page("1", "Home"), SITE, _ -> Optional.empty())
                        .jiraBaseUrl("id", "System Jira"))
                .isEmpty();
    }

    private PageLinks links(Resource... listed) {
        return new PageLinks(catalog(listed), page("1", "Home"), SITE, _ -> Optional.empty());
    }

    private RunCatalog catalog(Resource... listed) {
        RenderScene scene = new RenderScene(folder);
        scene.listed(listed);
        return RunCatalog.load(LocalObjectStore.open(folder), scene.run().run());
    }

    private static String digest(Resource... members) {
        MemberDigest digest = new MemberDigest();
        List.of(members).forEach(digest::add);
        return digest.toString();
    }

    private static PageNode node(String title, PageNode... below) {
        return new PageNode(title, new LinkTarget.InExport("ENG/" + title + ".md"), List.of(below));
    }
}
