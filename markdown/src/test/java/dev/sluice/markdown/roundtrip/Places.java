package dev.sluice.markdown.roundtrip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Where text stands: the blocks around it from outside to inside, and the styles that hold for it. */
final class Places {

    private final Deque<String> blocks = new ArrayDeque<>();
    private final Map<String, String> styles = new TreeMap<>();

    /** Runs content that stands in a block; nothing is added for an empty name. */
    void in(String block, Runnable content) {
        if (block.isEmpty()) {
            content.run();
            return;
        }
        blocks.addLast(block);
        content.run();
        blocks.removeLast();
    }

    /** Runs content for which a style holds; it takes the place of the style of the same kind around it. */
    void styled(String kind, String value, Runnable content) {
        String outer = styles.put(kind, value);
        content.run();
        if (outer == null) {
            styles.remove(kind);
        } else {
            styles.put(kind, outer);
        }
    }

    /** A style that both sides know by its element. */
    void styled(Element element, Runnable content) {
        switch (element.normalName()) {
            case "strong", "b" -> styled("strong", "", content);
            case "em", "i" -> styled("em", "", content);
            case "s", "del", "strike" -> styled("del", "", content);
            case "u", "ins" -> styled("u", "", content);
            case "sub", "sup" -> styled("script", element.normalName(), content);
            case "small", "code", "kbd", "mark" -> styled(element.normalName(), "", content);
            default -> coloured(element.attr("style"), content);
        }
    }

    private void coloured(String style, Runnable content) {
        String css = style.replaceAll("[\\s;]", "");
        if (css.startsWith("color:") || css.startsWith("background-color:")) {
            int colon = css.indexOf(':');
            styled(css.substring(0, colon), css.substring(colon + 1), content);
        } else {
            content.run();
        }
    }

    @Override
    public String toString() {
        return String.join(">", blocks) + " " + styles;
    }

    /** The rows of a table itself that hold a word, in their order. */
    static List<Element> rows(Element table) {
        return table.select("tr").stream()
                .filter(row -> table.equals(SourceFacts.owner(row)))
                .filter(row -> SourcePlaces.WORD.matcher(row.outerHtml()).find())
                .toList();
    }

    /** Whether a heading cell is bold for want of another form: those of a first row of headings are not. */
    static boolean isBoldHeading(Element cell, boolean firstRow) {
        boolean heading = cell.normalName().equals("th");
        Element row = cell.parent();
        boolean allHeadings = row != null
                && row.children().stream().allMatch(other -> other.normalName().equals("th"));
        return heading && !(firstRow && allHeadings);
    }

    /** The number of an entry of an ordered list. */
    static int number(Element entry) {
        Element list = entry.parent();
        String start = list == null ? "" : list.attr("start");
        return (start.isEmpty() ? 1 : Integer.parseInt(start)) + entry.elementSiblingIndex();
    }

    static String text(Node node) {
        return node instanceof TextNode text ? text.getWholeText() : "";
    }
}
