package dev.sluice.markdown.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every link of a table of contents leads to its heading by GitHub's rules, whatever the headings are made of. */
class HeadingLinksTest {

    private static final long SEED = Long.getLong("headings.seed", 1);
    private static final int PAGES = Integer.getInteger("headings.pages", 2_000);

    private static final List<String> PARTS = List.of(
            "Set up",
            "Notes",
            "a &amp; b",
            "What's new?",
            "C++",
            "1.2",
            "—",
            "...",
            "(x)",
            "_x_",
            "*y*",
            "#",
            "- ",
            "$x$",
            "&lt;T&gt;",
            "&nbsp;",
            "<br/>",
            "日本語",
            "Übung",
            "İß",
            "٣½",
            "a\u0301",
            "\u200b",
            "👨\u200d👩",
            "⚠\ufe0f",
            "http://x.example/z_a_b",
            "www.x.example",
            "<em>x</em>",
            "<strong>Bold</strong>",
            "<del>old</del>",
            "<u>u</u>",
            "<sup>2</sup>",
            "<code>a_b()</code>",
            "<span style=\"color: red\">red</span>",
            "<a href=\"https://x.example\">link</a>",
            "<time datetime=\"2024-01-01\"/>",
            "<ac:emoticon ac:name=\"smile\"/>",
            "<ac:image><ri:attachment ri:filename=\"i.png\"/></ac:image>",
            "<ac:link><ri:user ri:userkey=\"ada\"/></ac:link>",
            "<ac:inline-comment-marker ac:ref=\"1\">marked</ac:inline-comment-marker>",
            "<ac:structured-macro ac:name=\"frob\"/>",
            "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">OK</ac:parameter>"
                    + "</ac:structured-macro>",
            "<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">A1</ac:parameter>"
                    + "</ac:structured-macro>");

    private final Random random = new Random(SEED);

    @Test
    void everyLinkOfTheContentsLeadsToAHeading() {
        MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());
        int links = 0;
        for (int i = 0; i < PAGES; i++) {
            // Given
            String storage = page();

            // When
            String markdown = converter
                    .convert(ExampleLinks.page(storage), new ExampleLinks())
                    .markdown();

            // Then
            List<MarkdownFacts.PageLink> found = MarkdownFacts.pageLinks(markdown);
            assertThat(found)
                    .as("page %d of seed %d: %s%nas %s", i, SEED, storage, markdown)
                    .allMatch(MarkdownFacts.PageLink::alive);
            links += found.size();
        }
        assertThat(links).isGreaterThan(PAGES);
    }

    @Test
    void inCommonMarkEveryLinkLeadsToAnAnchor() {
        MarkdownConverter converter =
                new MarkdownConverter(MarkdownOptions.defaults().withFlavour(Flavour.COMMONMARK));
        for (int i = 0; i < PAGES; i++) {
            // Given
            String storage = page() + "<p><a href=\"#\">up</a></p>";

            // When
            String markdown = converter
                    .convert(ExampleLinks.page(storage), new ExampleLinks())
                    .markdown();

            // Then
            Element body = MarkdownFacts.html(markdown, Flavour.COMMONMARK);
            List<String> ids = body.select("[id]").eachAttr("id");
            List<String> targets = body.select("a[href^=#]").stream()
                    .map(link -> URLDecoder.decode(link.attr("href").substring(1), StandardCharsets.UTF_8))
                    .filter(target -> !target.isEmpty()) // of a heading of nothing but punctuation
                    .toList();
            assertThat(ids)
                    .as("page %d of seed %d: %s%nas %s", i, SEED, storage, markdown)
                    .containsAll(targets);
            assertThat(targets).contains("the-page");
        }
    }

    private String page() {
        StringBuilder page = new StringBuilder("<ac:structured-macro ac:name=\"toc\"/>");
        for (int i = random.nextInt(4); i >= 0; i--) {
            String heading = heading();
            page.append(
                    random.nextInt(8) == 0
                            ? "<table><tbody><tr><td>" + heading + "</td></tr></tbody></table>"
                            : heading);
        }
        return page.toString();
    }

    private String heading() {
        int level = 1 + random.nextInt(6);
        StringBuilder heading = new StringBuilder("<h" + level + ">");
        for (int i = random.nextInt(4); i >= 0; i--) {
            heading.append(PARTS.get(random.nextInt(PARTS.size()))).append(random.nextBoolean() ? " " : "");
        }
        return heading.append("</h").append(level).append(">").toString();
    }
}
