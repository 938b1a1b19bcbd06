package dev.sluice.markdown.storage;

import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the {@code style} attribute of an element says of the text within, as marks. */
final class Styles {

    private static final Set<String> NO_COLOUR =
            Set.of("", "inherit", "initial", "unset", "revert", "transparent", "none", "windowtext", "currentcolor");

    private final Element element;
    private final MarkdownOptions options;
    private final List<Mark> marks = new ArrayList<>();

    private Styles(Element element, MarkdownOptions options) {
        this.element = element;
        this.options = options;
    }

    /** One declaration after the other, the name in lower case. */
    private interface Declarations {
        void declared(String property, String value);
    }

    /** Outermost first. The background of a cell, row or table is that of the cells, see {@link #background}. */
    static List<Mark> marks(Element element, MarkdownOptions options) {
        Styles styles = new Styles(element, options);
        each(element.attr("style"), styles::add);
        return styles.marks;
    }

    /** The background colour of an element; empty when it has none. */
    static String background(Element element) {
        String[] colour = {""};
        each(element.attr("style"), (property, value) -> {
            if (isBackground(property, value)) {
                colour[0] = value;
            }
        });
        return colour[0];
    }

    static boolean isColour(String value) {
        return !NO_COLOUR.contains(value.toLowerCase(Locale.ROOT));
    }

    private static void each(String style, Declarations declarations) {
        int from = 0;
        while (from < style.length()) {
            int end = style.indexOf(';', from);
            end = end < 0 ? style.length() : end;
            int colon = style.indexOf(':', from, end);
            if (colon > from) {
                String value = style.substring(colon + 1, end).replace("!important", "");
                declarations.declared(style.substring(from, colon).strip().toLowerCase(Locale.ROOT), value.strip());
            }
            from = end + 1;
        }
    }

    private void add(String property, String value) {
        switch (property) {
            case "color" -> add(isColour(value) && options.has(Feature.COLOURS), new Mark.Colour(value));
            case "background", "background-color" ->
                add(
                        isBackground(property, value) && !isTablePart(element) && options.has(Feature.HIGHLIGHTS),
                        new Mark.Background(value));
            case "text-decoration", "text-decoration-line" -> decoration(value.toLowerCase(Locale.ROOT));
            case "font-weight" ->
                add(Set.of("bold", "bolder", "600", "700", "800", "900").contains(value), Style.STRONG);
            case "font-style" -> add(value.equals("italic") || value.equals("oblique"), Style.EMPHASIS);
            case "vertical-align" -> {
                add(value.equals("sub") && options.has(Feature.SUB_SUP), Style.SUBSCRIPT);
                add(value.equals("super") && options.has(Feature.SUB_SUP), Style.SUPERSCRIPT);
            }
            default -> {
                // Sizes, fonts and margins have no form in Markdown.
            }
        }
    }

    private void decoration(String value) {
        add(value.contains("line-through"), Style.STRIKETHROUGH);
        boolean link = element.normalName().equals("a");
        add(value.contains("underline") && !link && options.has(Feature.UNDERLINE), Style.UNDERLINE);
    }

    private void add(boolean wanted, Mark mark) {
        if (wanted) {
            marks.add(mark);
        }
    }

    /** The short form may say much more than a colour. */
    private static boolean isBackground(String property, String value) {
        boolean colour = property.equals("background-color")
                || (property.equals("background") && (value.indexOf(' ') < 0 || value.startsWith("rgb")));
        return colour && isColour(value) && !value.contains("url(");
    }

    /** Whether a background is that of cells, not of text. */
    static boolean isTablePart(Element element) {
        return switch (element.normalName()) {
            case "td", "th", "tr", "tbody", "thead", "tfoot", "table" -> true;
            default -> false;
        };
    }
}
