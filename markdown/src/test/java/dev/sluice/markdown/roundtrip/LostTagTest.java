package dev.sluice.markdown.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A document that has lost one tag, or the slash of one, keeps all its words. {@code -Dlost-tags=100000} tries more
 * documents, {@code -Dlost-tags.seed} others.
 */
class LostTagTest {

    private static final long SEED = Long.getLong("lost-tags.seed", 5);
    private static final int DOCUMENTS = Integer.getInteger("lost-tags", 2_000);

    private static final Pattern TAG = Pattern.compile("</?[a-z][^>]*>");

    /** Where a hint ends that has no end tag nobody knows; a link that holds another leads where that one does. */
    private static final Pattern UNKNOWABLE =
            Pattern.compile("</?ac:placeholder.*|</?ac:plain-text-.*|<ac:image.*|<ac:link>");

    private final Random random = new Random(SEED);

    @Test
    void aLostTagCostsNoWords() {
        RandomDocument documents = new RandomDocument(SEED);
        MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());

        for (int i = 0; i < DOCUMENTS; i++) {
            // Given
            String storage = damaged(documents.next());

            // When
            String markdown = converter
                    .convert(ExampleLinks.page(storage), new ExampleLinks())
                    .markdown();

            // Then
            assertThat(words(markdown))
                    .as("document %d of seed %d: %s%nas %s", i, SEED, storage, markdown)
                    .containsAll(words(storage));
        }
    }

    private String damaged(String storage) {
        List<MatchResult> tags = TAG.matcher(storage)
                .results()
                .filter(tag -> !UNKNOWABLE.matcher(tag.group()).matches())
                .toList();
        MatchResult tag = tags.get(random.nextInt(tags.size()));
        String instead = tag.group().endsWith("/>") ? tag.group().replace("/>", ">") : "";
        return storage.substring(0, tag.start()) + instead + storage.substring(tag.end());
    }

    private static Set<String> words(String text) {
        Matcher words = SourcePlaces.WORD.matcher(text);
        return words.results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
