package dev.sluice.markdown.roundtrip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The numbered words of a {@link RandomDocument} in their order, each with its place, read off the rendered Markdown. */
final class MarkdownPlaces {

    private final List<String> words = new ArrayList<>();
    private final Places places = new Places();

    private MarkdownPlaces() {}

    static List<String> of(Element body) {
        MarkdownPlaces found = new MarkdownPlaces();
        found.children(body);
        return found.words;
    }

    private void children(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner) {
                visit(inner);
            } else {
                text(Places.text(child));
            }
        }
    }

    private void text(String text) {
        Matcher word = SourcePlaces.WORD.matcher(text);
        while (word.find()) {
            words.add(word.group() + " " + places);
        }
    }

    private void visit(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary" ->
                places.in(element.normalName(), () -> children(element));
            case "li" -> places.in(entry(element), () -> children(element));
            case "blockquote" -> places.in("quote", () -> children(element));
            case "pre" -> places.in("pre:" + language(element), () -> text(element.wholeText()));
            case "table" -> table(element);
            case "a" -> link(element);
            case "img" -> words.add(element.attr("alt") + " image " + name(element.attr("src")));
            default -> places.styled(element, () -> children(element));
        }
    }

    static String entry(Element element) {
        Element list = element.parent();
        if (list != null && list.normalName().equals("ol")) {
            return "ol:" + Places.number(element);
        }
        String text = beginning(element);
        if (text.startsWith("[ ]") || text.startsWith("☐")) {
            return "task:incomplete";
        }
        return text.startsWith("[x]") || text.startsWith("☑") ? "task:complete" : "ul";
    }

    /** The first text of an entry, unless an image or another entry comes first. */
    private static String beginning(Element entry) {
        for (Node child : entry.childNodes()) {
            if (child instanceof Element inner) {
                boolean within = inner.normalName().equals("p");
                return within ? beginning(inner) : "";
            }
            if (!Places.text(child).isBlank()) {
                return Places.text(child).strip();
            }
        }
        return "";
    }

    private static String language(Element pre) {
        Element code = pre.firstElementChild();
        return code == null ? "" : code.className().replaceFirst("^language-", "");
    }

    private void link(Element element) {
        if (element.hasAttr("href")) {
            String href = element.attr("href");
            places.styled("link", href.startsWith("https:") ? href : name(href), () -> children(element));
        } else {
            children(element);
        }
    }

    /** The file's name without its folder, and a page's without its extension. */
    private static String name(String href) {
        String path = URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
    }

    private void table(Element table) {
        List<Element> rows = Places.rows(table);
        for (int row = 0; row < rows.size(); row++) {
            List<Element> cells = rows.get(row).children();
            boolean first = rows.get(row).equals(table.selectFirst("tr"));
            for (int column = 0; column < cells.size(); column++) {
                Element cell = cells.get(column);
                places.in("cell " + row + "," + column, () -> cell(cell, first));
            }
        }
    }

    private void cell(Element cell, boolean firstRow) {
        Runnable content = () -> coloured(cell);
        if (Places.isBoldHeading(cell, firstRow)) {
            places.styled("strong", "", content);
        } else {
            content.run();
        }
    }

    /** The colour of a cell stands in its style, or in one span around all its content. */
    private void coloured(Element cell) {
        String style = cell.attr("style").replaceAll("^background-color: ", "");
        Element span = cell.childrenSize() == 1 ? cell.child(0) : cell;
        boolean whole = span.attr("style").equals("background-color: #ff00ff");
        if (!style.isEmpty() && !style.contains(":")) {
            places.in("on " + style, () -> children(cell));
        } else if (whole) {
            places.in("on #ff00ff", () -> children(span));
        } else {
            children(cell);
        }
    }
}
