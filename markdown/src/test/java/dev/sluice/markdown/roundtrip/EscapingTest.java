package dev.sluice.markdown.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.MarkdownOptions.Feature;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What was text stays text, and every style holds for the characters it held for. */
class EscapingTest {

    private static final long SEED = Long.getLong("escaping.seed", 42);
    private static final int PAGES = Integer.getInteger("escaping.pages", 20_000);

    private final MarkdownConverter converter =
            new MarkdownConverter(MarkdownOptions.defaults().without(Feature.TITLE_HEADING));

    @Test
    void randomTextInRandomStylesReadsTheSameInMarkdown() {
        // Given
        RandomPage pages = new RandomPage(SEED);

        for (int i = 0; i < PAGES; i++) {
            String storage = pages.next();

            // When
            String markdown = converter
                    .convert(ExampleLinks.page(storage), new ExampleLinks())
                    .markdown();

            // Then
            String expected = String.join("", StyledText.of(Parser.xmlParser().parseInput(storage, "")))
                    .strip();
            String found =
                    String.join("", StyledText.of(MarkdownFacts.html(markdown))).strip();
            assertThat(found)
                    .as("page %d of seed %d: %s%nas %s", i, SEED, storage, markdown)
                    .isEqualTo(expected);
        }
    }
}
