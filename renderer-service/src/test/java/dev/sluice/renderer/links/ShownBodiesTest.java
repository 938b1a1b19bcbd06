package dev.sluice.renderer.links;

import static dev.sluice.renderer.RenderScene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.PagePlaces;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.renderer.RenderScene;
import dev.sluice.store.LocalObjectStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page shows of another page. */
class ShownBodiesTest {

    private static final PageResource HOME = page("1", "Home");
    private static final PageResource PLAN = page("2", "Plan");

    @TempDir
    Path folder;

    @Test
    void theBodyThatWasShownIsRemembered() {
        PageLinks links = links(Map.of(PLAN.key(), new PageBodies.Body("<p>plan</p>", "abc")));
        links.pageByTitle("ENG", "Plan");

        assertThat(links.body(PLAN.path())).hasValue("<p>plan</p>");
        assertThat(links.references())
                .containsExactly(new Reference("title:ENG/Plan", PLAN.path()), new Reference("body:page:2", "abc"));
    }

    @Test
    void aBodyThatIsNotFetchedYetIsRememberedAsMissing() {
        PageLinks links = links(Map.of());
        links.pageById("2");

        assertThat(links.body(PLAN.path())).isEmpty();
        assertThat(links.references())
                .containsExactly(new Reference("id:2", PLAN.path()), new Reference("body:page:2", null));
    }

    @Test
    void aPathThatNoLinkHasLedToHasNoBody() {
        PageLinks links = links(Map.of(PLAN.key(), new PageBodies.Body("<p>plan</p>", "abc")));

        assertThat(links.body(PLAN.path())).isEmpty();
        assertThat(links.references()).isEmpty();
    }

    @Test
    void anAnchorOfAnotherPageIsFoundInItsBodyAndMakesThatAReference() {
        PageLinks links = links(Map.of(PLAN.key(), new PageBodies.Body("<h1>Set up</h1>", "abc")));
        links.url("https://acme.example/wiki/pages/viewpage.action?pageId=2");

        assertThat(links.place(PLAN.path(), "Plan-Setup")).hasValue(new PagePlaces.Place("set-up", "Set up"));
        assertThat(links.place(PLAN.path(), "none such")).hasValue(PagePlaces.Place.NOWHERE);
        assertThat(links.references())
                .containsExactly(new Reference("id:2", PLAN.path()), new Reference("body:page:2", "abc"));
    }

    @Test
    void anAnchorOfABodyThatIsNotFetchedYetIsNotKnown() {
        PageLinks links = links(Map.of());
        links.pageById("2");

        assertThat(links.place(PLAN.path(), "Set up")).isEmpty();
        assertThat(links.references()).contains(new Reference("body:page:2", null));
    }

    private PageLinks links(Map<ResourceKey, PageBodies.Body> archive) {
        RenderScene scene = new RenderScene(folder);
        scene.listed(HOME, PLAN);
        RunCatalog catalog =
                RunCatalog.load(LocalObjectStore.open(folder), scene.run().run());
        return new PageLinks(catalog, HOME, "https://acme.example/wiki", key -> Optional.ofNullable(archive.get(key)));
    }
}
