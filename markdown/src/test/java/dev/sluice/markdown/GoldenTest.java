package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair {@code golden/<flavour>/<name>.xhtml} and {@code .md}. With {@code -Dgolden.write=true} the Markdown is
 * written instead of compared; read the difference before committing it.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Path> pairs() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void storageBecomesTheMarkdownBesideIt(Path source) throws IOException {
        // Given
        String storage = Files.readString(source);
        Path expected = source.resolveSibling(source.getFileName().toString().replace(".xhtml", ".md"));
        Flavour flavour =
                Flavour.valueOf(source.getParent().getFileName().toString().toUpperCase(Locale.ROOT));
        MarkdownConverter converter =
                new MarkdownConverter(MarkdownOptions.defaults().withFlavour(flavour));

        // When
        String markdown = converter
                .convert(ExampleLinks.page(storage), new ExampleLinks())
                .markdown();

        // Then
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, markdown);
        }
        assertThat(markdown).isEqualTo(Files.readString(expected));
    }
}
