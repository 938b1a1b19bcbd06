package dev.sluice.markdown.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.MarkdownOptions.Feature;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every word of made-up documents stands in the Markdown once, in its order, within the same headings, entries, cells,
 * quotations and code, with the same styles, colours and links. {@code -Ddocuments=100000} tries more of them,
 * {@code -Ddocuments.seed} others.
 */
class RandomDocumentTest {

    private static final long SEED = Long.getLong("documents.seed", 2027);
    private static final int DOCUMENTS = Integer.getInteger("documents", 4_000);

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "COMMONMARK"})
    void everyWordKeepsItsPlace(Flavour flavour) {
        MarkdownConverter converter = new MarkdownConverter(
                MarkdownOptions.defaults().withFlavour(flavour).without(Feature.TITLE_HEADING));
        RandomDocument documents = new RandomDocument(SEED);

        for (int i = 0; i < DOCUMENTS; i++) {
            // Given
            String storage = documents.next();

            // When
            String markdown = converter
                    .convert(ExampleLinks.page(storage), new ExampleLinks())
                    .markdown();

            // Then
            List<String> found = MarkdownPlaces.of(MarkdownFacts.html(markdown, flavour));
            assertThat(found)
                    .as("document %d of seed %d: %s%nas %s", i, SEED, storage, markdown)
                    .isEqualTo(SourcePlaces.of(storage));
        }
    }
}
