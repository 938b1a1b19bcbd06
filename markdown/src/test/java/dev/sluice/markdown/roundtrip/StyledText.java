package dev.sluice.markdown.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Every visible character of a page with the styles that hold for it, block by block. */
final class StyledText {

    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "li", "td", "th", "blockquote", "br", "tr", "table");

    private final List<String> characters = new ArrayList<>();

    private StyledText() {}

    /** One string per character such as {@code x:strong,em}; white space is one blank, and none at the ends of blocks. */
    static List<String> of(Element root) {
        StyledText text = new StyledText();
        text.visit(root, new TreeSet<>());
        return text.characters;
    }

    private void visit(Element element, Set<String> styles) {
        boolean block = BLOCKS.contains(element.normalName());
        if (block) {
            blank();
        }
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode leaf) {
                text(leaf.getWholeText(), styles);
            } else if (child instanceof Element inner) {
                Set<String> within = new TreeSet<>(styles);
                within.addAll(style(inner));
                visit(inner, within);
            }
        }
        if (block) {
            blank();
        }
    }

    private void text(String text, Set<String> styles) {
        text.codePoints().forEach(c -> {
            boolean space = c <= ' ' || c == 0xa0;
            if (!space) {
                characters.add(Character.toString(c) + ":" + String.join(",", styles));
            } else {
                blank();
            }
        });
    }

    /** The end of a block is as good as a blank: a heading or cell has one line only. */
    private void blank() {
        if (!characters.isEmpty() && !characters.getLast().equals(" ")) {
            characters.add(" ");
        }
    }

    private static List<String> style(Element element) {
        return switch (element.normalName()) {
            case "strong", "b" -> List.of("strong");
            case "em", "i" -> List.of("em");
            case "s", "del" -> List.of("del");
            // A bare address may become a link to itself.
            case "a" ->
                element.hasAttr("href") && !element.attr("href").equals(element.text()) ? List.of("a") : List.of();
            case "u", "sub", "sup", "code" -> List.of(element.normalName());
            // A heading cell in a body row is bold in GFM, which has no other form for it.
            case "th" ->
                element.siblingElements().stream()
                                .anyMatch(cell -> cell.normalName().equals("td"))
                        ? List.of("strong")
                        : List.of();
            default -> List.of();
        };
    }
}
