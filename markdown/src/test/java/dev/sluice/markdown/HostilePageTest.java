package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two megabytes of one thing: anything slower than linear would take minutes, which the time limit catches. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePageTest {

    private static final int SIZE = 2_000_000;

    private final MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());

    static Stream<Arguments> pages() {
        return Stream.of(deep(), wide(), shaped()).flatMap(pages -> pages);
    }

    private static Stream<Arguments> deep() {
        return Stream.of(
                repeated("deep quotations", "<blockquote>"),
                repeated("deep lists", "<ul><li>"),
                repeated("deep lists with text", "<ul><li>x"),
                repeated("deep tables", "<table><tr><td>"),
                repeated("rows in rows", "<tr>"),
                repeated("cells in cells", "<td>x"),
                repeated("deep styles", "<strong><em>x"),
                repeated("deep spans", "<span style=\"color: red\"><span style=\"color: blue\">x"),
                repeated("deep links", "<a href=\"x\">y"),
                repeated("deep macros", "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body>"),
                repeated("deep unknown macros", "<ac:structured-macro ac:name=\"x\"><ac:parameter ac:name=\"p\">"),
                repeated("deep references", "<ac:link><ri:attachment ri:filename=\"a\"><ri:page>"));
    }

    private static Stream<Arguments> wide() {
        return Stream.of(
                repeated("paragraphs", "<p>x</p>"),
                repeated("styles side by side", "<b>x</b><i>y</i>"),
                repeated("breaks", "<br/>"),
                repeated("code side by side", "<code>a</code>"),
                repeated("headings", "<h1>a</h1>"),
                repeated("contents and headings", "<h1>a</h1><ac:structured-macro ac:name=\"toc\"/>"),
                repeated("zones", "<ac:structured-macro ac:name=\"toc-zone\"><ac:rich-text-body><h1>a</h1>"),
                repeated("links in the page", "<a href=\"#a\">a</a>"),
                repeated(
                        "anchors",
                        "<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">a</ac:parameter></ac:structured-macro>"),
                repeated("stars", "*"),
                repeated("star words", "*a "),
                repeated("brackets", "["),
                repeated("backticks", "`"),
                repeated("ampersands", "&amp;"),
                repeated("entities that never end", "&amp;a"),
                repeated("addresses", "https://"),
                repeated("short rows", "<tr><td>a</td></tr>"),
                repeated("cdata", "<![CDATA[x]]>"),
                repeated("open comments", "<!--"),
                repeated("open tags", "<a "),
                repeated("stray ends", "</p>"),
                repeated("dots", "a."),
                repeated("white space", " \n"));
    }

    private static Stream<Arguments> shaped() {
        return Stream.of(
                page("one long row", size -> "<table><tr>" + "<td>a</td>".repeat(size / 10) + "</tr></table>"),
                page(
                        "a wide row and many rows",
                        size -> "<table><tr>" + "<td>a</td>".repeat(size / 20) + "</tr>"
                                + "<tr><td>a</td></tr>".repeat(size / 40) + "</table>"),
                page("backtick ladder", size -> "<code>" + "`a".repeat(size / 2) + "</code>"),
                page("namespaces", size -> "<a xmlns:b='c'>".repeat(size / 15)),
                page("different namespaces", HostilePageTest::namespaces),
                page("code of empty lines in a cell", size -> "<table><tr><td><pre>" + "\n".repeat(size)));
    }

    private static Arguments repeated(String name, String piece) {
        return page(name, size -> piece.repeat(size / piece.length()));
    }

    private static Arguments page(String name, Function<Integer, String> page) {
        return Arguments.of(name, page);
    }

    private static String namespaces(int size) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; page.length() < size; i++) {
            page.append("<a xmlns:n").append(i).append("='x'>");
        }
        return page.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void hostilePagesAreConvertedWithoutHangingOrFillingTheMemory(String name, Function<Integer, String> page) {
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
