package dev.sluice.markdown.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** The numbered words of a {@link RandomDocument} in their order, each with its place, read off the storage format. */
final class SourcePlaces {

    static final Pattern WORD = Pattern.compile("w[0-9]+");

    private final List<String> words = new ArrayList<>();
    private final Places places = new Places();

    private SourcePlaces() {}

    static List<String> of(String storage) {
        SourcePlaces source = new SourcePlaces();
        source.children(Parser.xmlParser().parseInput(storage, ""));
        return source.words;
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
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group() + " " + places);
        }
    }

    private void visit(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> places.in(element.normalName(), () -> children(element));
            case "li" -> places.in(entry(element), () -> children(element));
            case "dd" -> places.in("ul", () -> children(element));
            case "dt" -> places.styled("strong", "", () -> children(element));
            case "ac:task" -> places.in("task:" + child(element, "ac:task-status"), () -> children(element));
            case "blockquote", "ac:adf-content" -> places.in("quote", () -> children(element));
            case "pre" -> places.in("pre:", () -> children(element));
            case "table" -> table(element);
            case "a" -> places.styled("link", element.attr("href"), () -> children(element));
            case "ac:link" -> places.styled("link", title(element), () -> children(element));
            case "ac:image" -> image(element);
            case "ac:structured-macro", "ac:macro" -> macro(element);
            case "ac:parameter", "ac:adf-attribute", "ac:placeholder" -> {}
            default -> places.styled(element, () -> children(element));
        }
    }

    private static String entry(Element element) {
        Element list = element.parent();
        boolean ordered = list != null && list.normalName().equals("ol");
        return ordered ? "ol:" + Places.number(element) : "ul";
    }

    private static String title(Element link) {
        return link.select("ri|page").attr("ri:content-title");
    }

    private static String child(Element element, String name) {
        return element.children().stream()
                .filter(child -> child.normalName().equals(name))
                .map(Element::wholeText)
                .findFirst()
                .orElse("");
    }

    private void table(Element table) {
        List<Element> rows = Places.rows(table);
        for (int row = 0; row < rows.size(); row++) {
            List<Element> cells = rows.get(row).children();
            boolean first = rows.get(row).elementSiblingIndex() == 0;
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

    private void coloured(Element cell) {
        String colour = cell.attr("data-highlight-colour");
        if (colour.isEmpty()) {
            children(cell);
        } else {
            places.in("on " + colour, () -> children(cell));
        }
    }

    private void image(Element image) {
        String file = image.select("ri|attachment").attr("ri:filename");
        words.add(image.attr("ac:alt") + " image " + file);
        places.styled("em", "", () -> children(image));
    }

    private void macro(Element macro) {
        String title = parameter(macro, "title");
        switch (macro.attr("ac:name")) {
            case "code", "noformat", "frobnicate" -> {
                places.styled("strong", "", () -> text(title));
                String language = parameter(macro, "language").replace("none", "");
                boolean plain = !child(macro, "ac:plain-text-body").isEmpty();
                places.in(plain ? "pre:" + language : "", () -> children(macro));
            }
            case "info", "tip", "note", "warning", "panel" ->
                places.in("quote", () -> {
                    places.styled("strong", "", () -> text(title));
                    children(macro);
                });
            case "expand" ->
                places.in("details", () -> {
                    places.in("summary", () -> text(title));
                    children(macro);
                });
            case "status" -> places.styled("strong", "", () -> text(title));
            default -> children(macro);
        }
    }

    private static String parameter(Element macro, String name) {
        return macro.children().stream()
                .filter(child -> child.attr("ac:name").equals(name))
                .map(Element::wholeText)
                .findFirst()
                .orElse("");
    }
}
