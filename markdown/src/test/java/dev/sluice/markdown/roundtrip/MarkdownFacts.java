package dev.sluice.markdown.roundtrip;

import dev.sluice.markdown.Flavour;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the facts off Markdown as a browser would: commonmark-java renders it, HTML within stays, jsoup reads the page. */
final class MarkdownFacts {

    private static final List<Extension> GFM = List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(GFM).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(GFM).build();

    private static final Set<String> LINE = Set.of(
            "a", "strong", "em", "del", "u", "sub", "sup", "small", "kbd", "mark", "span", "code", "img", "b", "i", "s",
            "abbr");

    private final Element body;
    private final List<Facts.Code> codes = new ArrayList<>();
    private final List<Facts.Heading> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final List<Facts.Table> tables = new ArrayList<>();
    private final List<Facts.Entry> entries = new ArrayList<>();

    /** A link within the page. */
    record PageLink(String href, boolean alive) {}

    private MarkdownFacts(Element body) {
        this.body = body;
    }

    static Element html(String markdown) {
        return Jsoup.parse(RENDERER.render(PARSER.parse(markdown))).body();
    }

    /** As a reader of that flavour sees it: CommonMark has neither tables nor struck text of its own. */
    static Element html(String markdown, Flavour flavour) {
        return flavour == Flavour.COMMONMARK
                ? Jsoup.parse(HtmlRenderer.builder()
                                .build()
                                .render(Parser.builder().build().parse(markdown)))
                        .body()
                : html(markdown);
    }

    static Facts of(String markdown) {
        MarkdownFacts facts = new MarkdownFacts(html(markdown));
        facts.visit(facts.body, 0);
        return new Facts(
                Words.of(text(facts.body)),
                facts.codes,
                facts.headings,
                facts.links,
                facts.images,
                facts.tables,
                facts.entries,
                tasks(facts.body),
                Colours.of(facts.body));
    }

    private static List<String> tasks(Element body) {
        return body.select("li").stream()
                .map(MarkdownPlaces::entry)
                .filter(entry -> entry.startsWith("task:"))
                .map(entry -> entry.substring("task:".length()))
                .toList();
    }

    /** Links to places of the page, and whether they lead there, by GitHub's rules. */
    static List<PageLink> pageLinks(String markdown) {
        Element body = html(markdown);
        Set<String> ids = new HashSet<>();
        body.select("[id]").forEach(element -> ids.add(element.id()));
        Set<String> slugs = new HashSet<>();
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            String slug = heading.wholeText()
                    .strip()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc} -]", "")
                    .replace(' ', '-');
            int number = 0;
            while (!slugs.add(number == 0 ? slug : slug + "-" + number)) {
                number++;
            }
        }
        List<PageLink> links = new ArrayList<>();
        for (Element link : body.select("a[href^=#]")) {
            String target =
                    java.net.URLDecoder.decode(link.attr("href").substring(1), java.nio.charset.StandardCharsets.UTF_8);
            links.add(new PageLink(link.attr("href"), ids.contains(target) || slugs.contains(target)));
        }
        return links;
    }

    private void visit(Element element, int listDepth) {
        int depth = listDepth;
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                headings.add(new Facts.Heading(element.normalName().charAt(1) - '0', Words.joined(text(element))));
            case "a" -> {
                if (element.hasAttr("href")) {
                    links.add(element.attr("href"));
                }
            }
            case "img" -> images.add(element.attr("src"));
            case "table" -> table(element);
            case "pre" -> code(element);
            case "ul", "ol" -> depth++;
            case "li" -> entry(element, depth);
            default -> {}
        }
        for (Element child : element.children()) {
            visit(child, depth);
        }
    }

    private void code(Element pre) {
        Element code = pre.firstElementChild();
        String language = code == null ? "" : code.className().replaceFirst("^language-", "");
        String text = pre.wholeText();
        codes.add(new Facts.Code(language, owned(pre, "td") || !text.endsWith("\n") ? text : chop(text)));
    }

    private static boolean owned(Element element, String tag) {
        return element.closest(tag + ", th") != null;
    }

    private static String chop(String text) {
        return text.substring(0, text.length() - 1);
    }

    private void table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            if (table.equals(SourceFacts.owner(row))) {
                List<String> cells = new ArrayList<>();
                for (Element cell : row.children()) {
                    cells.add(Words.joined(text(cell)));
                }
                rows.add(cells);
            }
        }
        tables.add(new Facts.Table(rows));
    }

    private void entry(Element element, int depth) {
        boolean ordered =
                element.parent() != null && element.parent().normalName().equals("ol");
        entries.add(new Facts.Entry(depth, ordered, Words.withoutBox(text(element))));
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        append(text, element);
        return text.toString();
    }

    private static void append(StringBuilder text, Element element) {
        boolean block = !LINE.contains(element.normalName());
        text.append(block ? " " : "");
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            } else if (child instanceof Element inner) {
                append(text, inner);
            }
        }
        text.append(block ? " " : "");
    }
}
