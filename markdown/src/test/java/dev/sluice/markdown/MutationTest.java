package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged pages: fixtures with pieces removed, doubled, swapped and mixed. {@code -Dmutations=1000000} tries a million,
 * {@code -Dmutations.seed} another order.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("mutations", 4_000);
    private static final long SEED = Long.getLong("mutations.seed", 4711);
    private static final Path FIXTURES = Path.of("src/test/resources/golden/github");
    private static final List<String> DEBRIS = List.of(
            "<",
            ">",
            "&",
            "\"",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<p>",
            "</p>",
            "<ul>",
            "<li>",
            "</li>",
            "<td>",
            "<tr>",
            "<table>",
            "<br>",
            "<ac:link>",
            "</ac:link>",
            "<ac:structured-macro ac:name=\"toc\">",
            "<ac:rich-text-body>",
            "<ac:parameter ac:name=\"\">",
            "<ri:page/>",
            "&nbsp;",
            "&#0;",
            "&#xD800;",
            "\u0000",
            "\uFFFF",
            "\uD83D",
            "\r",
            "xmlns:a=\"b\"",
            "<strong>",
            "<code>",
            "<pre>",
            "<a href=\"#\">",
            "*",
            "`",
            "|",
            "\\",
            "[",
            "\n\n");

    private final List<MarkdownConverter> converters = Stream.of(Flavour.values())
            .map(flavour -> new MarkdownConverter(MarkdownOptions.defaults().withFlavour(flavour)))
            .toList();

    @Test
    void damagedPagesAreConvertedAllTheSame() throws IOException {
        // Given
        List<String> fixtures = fixtures();
        Random random = new Random(SEED);

        for (int i = 0; i < MUTATIONS; i++) {
            String storage = mutated(fixtures, random);
            MarkdownConverter converter = converters.get(i % converters.size());

            // When
            String markdown = convert(converter, storage, i);

            // Then
            assertThat(markdown).as("mutation %d of seed %d", i, SEED).endsWith("\n");
            assertThat(markdown.length())
                    .as("length of mutation %d of seed %d", i, SEED)
                    .isLessThan(200 * storage.length() + 10_000);
        }
    }

    private static String convert(MarkdownConverter converter, String storage, int mutation) {
        try {
            return converter
                    .convert(ExampleLinks.page(storage), new ExampleLinks())
                    .markdown();
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError("mutation " + mutation + " of seed " + SEED + ": " + storage, failure);
        }
    }

    private static List<String> fixtures() throws IOException {
        List<String> fixtures = new ArrayList<>();
        try (Stream<Path> files = Files.list(FIXTURES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList()) {
                fixtures.add(Files.readString(file));
            }
        }
        return fixtures;
    }

    private static String mutated(List<String> fixtures, Random random) {
        StringBuilder page = new StringBuilder(pick(fixtures, random));
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && !page.isEmpty(); i++) {
            int at = random.nextInt(page.length());
            int length = Math.min(page.length() - at, 1 + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> page.delete(at, at + length);
                case 1 -> page.insert(at, page.substring(at, at + length));
                case 2 -> page.insert(at, pick(DEBRIS, random));
                case 3 -> page.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
                default -> page.insert(at, piece(pick(fixtures, random), random));
            }
        }
        return page.toString();
    }

    private static String piece(String fixture, Random random) {
        int from = random.nextInt(fixture.length());
        return fixture.substring(from, Math.min(fixture.length(), from + 1 + random.nextInt(300)));
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
