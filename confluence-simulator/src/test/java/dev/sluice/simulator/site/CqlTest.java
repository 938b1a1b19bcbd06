package dev.sluice.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SiteShape;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CqlTest {

    private final SiteStore store = new SiteStore(SiteShape.empty(), Mode.CLOUD);
    private final SiteChanges changes = new SiteChanges(store);
    private final SpaceChanges spaces = new SpaceChanges(store, changes);

    @BeforeEach
    void threePagesAndABlogPost() {
        changes.createSpace("ENG", "Home");
        long home = store.search(Cql.parse("type = page"), false).getFirst().id();
        long red = changes.createPage("ENG", home, "Red", "<p/>");
        changes.addLabel(red, "colour");
        long blue = changes.createPage("ENG", red, "Blue \"2\"", "<p/>");
        changes.addLabel(blue, "colour");
        changes.addLabel(blue, "old");
        spaces.createBlogPost("ENG", "News", "<p/>");
        spaces.createContainer(ContentKind.FOLDER, "ENG", home, "Folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type = page|Home;Red;Blue \"2\"",
                "type in (page, blogpost) and label = colour|Red;Blue \"2\"",
                "label = colour and not label = old|Red",
                "label = colour and label not in (old, 'new')|Red",
                "type = folder or type = blogpost|News;Folder",
                "space = ENG and (title ~ \"re\" or title = \"Blue \\\"2\\\"\") order by lastmodified desc|Blue"
                        + " \"2\";Red",
                "lastmodified >= now('-1h') and type = page|Home;Red;Blue \"2\"",
                "created < '2026-01-01' and type = page|",
                "created >= \"2026/01/01 00:00\" and type = blogpost|News"
            })
    void findsWhatTheQuerySays(String query, String titles) {
        assertThat(store.search(Cql.parse(query), false).stream().map(PageView::title))
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(";", -1)));
    }

    @Test
    void archivedSpacesAreLookedIntoOnlyWhenAskedFor() {
        // When
        spaces.archiveSpace("ENG", true);

        // Then
        assertThat(store.search(Cql.parse("type = page"), false)).isEmpty();
        assertThat(store.search(Cql.parse("type = page"), true)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "label",
                "label =",
                "label = (",
                "colour = red",
                "(type = page",
                "type = page)",
                "type > page"
            })
    void whatIsNoQueryIsRefused(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.search(Cql.parse(query), false));
    }
}
