package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Half a megabyte of one thing: anything slower than linear would take minutes, which the time limit catches.
 * {@code benchmarks/markdown} measures two megabytes.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePageTest {

    private static final int SIZE = 500_000;

    private final MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());

    static Stream<Arguments> pages() {
        return HostilePages.all().entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void hostilePagesAreConvertedWithoutHangingOrFillingTheMemory(String name, IntFunction<String> page) {
        // Given
        String storage = page.apply(SIZE);

        // When
        String markdown = converter
                .convert(ExampleLinks.page(storage), new ExampleLinks())
                .markdown();

        // Then
        assertThat(markdown.length()).as(name).isLessThan(60 * SIZE);
    }

    @Test
    void entitiesOfTheDocumentAreNeverExpanded() {
        // Given
        String storage = "<!DOCTYPE x [<!ENTITY a \"boom\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]><p>&a;&f;</p>";

        // When
        String markdown = converter
                .convert(ExampleLinks.page(storage), new ExampleLinks())
                .markdown();

        // Then
        assertThat(markdown).contains("&a;&f;").doesNotContain("boom");
    }

    @Test
    void veryManyNamespaceDeclarationsLeaveTheTextAsItWas() {
        // Given
        String storage = "<p xmlns:a=\"b\">the xmlns attribute</p>".repeat(100);

        // When
        String markdown = converter
                .convert(ExampleLinks.page(storage), new ExampleLinks())
                .markdown();

        // Then
        assertThat(markdown).contains("the xmlns attribute").doesNotContain("\uFDD0");
    }
}
