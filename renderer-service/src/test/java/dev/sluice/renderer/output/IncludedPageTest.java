package dev.sluice.renderer.output;

import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.renderer.RenderScene;
import dev.sluice.renderer.links.TestCatalogs;
import dev.sluice.store.LocalStores;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludedPageTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");
    private static final String LINK_TO_RISKS = """
            <p><ac:link ac:anchor="Plan-Risks&amp;costs"><ri:page ri:content-title="Plan"/></ac:link></p>""";
    private static final String INCLUDE_PLAN = """
            <ac:structured-macro ac:name="include"><ac:parameter ac:name=""><ac:link>
            <ri:page ri:content-title="Plan"/></ac:link></ac:parameter></ac:structured-macro>""";

    @TempDir
    Path folder;

    @Test
    void aPageShowsTheArchivedBodyOfAnotherAndSaysWhichOneItWas() {
        // Given
        LocalStores stores = new LocalStores();
        RenderScene scene = new RenderScene(folder);
        scene.listed(HOME, PLAN);
        Content plan = scene.content(PLAN, ChangeReason.NEW, "<p>of the plan</p>");
        Content home = scene.content(HOME, ChangeReason.NEW, INCLUDE_PLAN);

        // When
        Outcome.Exported done =
                (Outcome.Exported) new Renderer(TestCatalogs.of(stores), stores, Clock.systemUTC()).render(home);

        // Then
        assertThat(folder.resolve("ENG/Home.md")).content().contains("of the plan");
        assertThat(done.references())
                .contains(new Reference("body:page:2", plan.bytes().sha256()));
    }

    @Test
    void aLinkLeadsToTheHeadingOfAnotherPageAndDependsOnItsBody() {
        // Given
        LocalStores stores = new LocalStores();
        RenderScene scene = new RenderScene(folder);
        scene.listed(HOME, PLAN);
        Content plan = scene.content(PLAN, ChangeReason.NEW, "<h2>Risks &amp; costs</h2>");
        Content home = scene.content(HOME, ChangeReason.NEW, LINK_TO_RISKS);

        // When
        Outcome.Exported done =
                (Outcome.Exported) new Renderer(TestCatalogs.of(stores), stores, Clock.systemUTC()).render(home);

        // Then
        assertThat(folder.resolve("ENG/Home.md")).content().contains("[Plan](Plan.md#risks--costs)");
        assertThat(done.references())
                .contains(new Reference("body:page:2", plan.bytes().sha256()));
    }
}
