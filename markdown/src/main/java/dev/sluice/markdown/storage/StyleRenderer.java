package dev.sluice.markdown.storage;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Styles of text: bold, italic, struck, underlined, raised, lowered, coloured, highlighted. */
final class StyleRenderer implements ElementRenderer {

    private static final Map<String, Style> STYLES = Map.ofEntries(
            Map.entry("strong", Style.STRONG),
            Map.entry("b", Style.STRONG),
            Map.entry("em", Style.EMPHASIS),
            Map.entry("i", Style.EMPHASIS),
            Map.entry("cite", Style.EMPHASIS),
            Map.entry("dfn", Style.EMPHASIS),
            Map.entry("var", Style.EMPHASIS),
            Map.entry("s", Style.STRIKETHROUGH),
            Map.entry("del", Style.STRIKETHROUGH),
            Map.entry("strike", Style.STRIKETHROUGH),
            Map.entry("u", Style.UNDERLINE),
            Map.entry("ins", Style.UNDERLINE),
            Map.entry("sub", Style.SUBSCRIPT),
            Map.entry("sup", Style.SUPERSCRIPT),
            Map.entry("small", Style.SMALL),
            Map.entry("kbd", Style.KEYBOARD),
            Map.entry("mark", Style.HIGHLIGHT));

    private static final Set<String> NO_COLOUR = Set.of("", "inherit", "initial", "unset", "transparent", "windowtext");

    @Override
    public Set<String> elements() {
        Set<String> elements = new java.util.HashSet<>(STYLES.keySet());
        elements.addAll(Set.of("span", "font", "q"));
        return elements;
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "q" -> quoted(element, context);
            case "span", "font" -> marked(marks(element, context), element, context);
            default -> styled(element, context);
        }
    }

    private static void styled(Element element, RenderContext context) {
        Style style = STYLES.get(element.normalName());
        boolean wanted = style != null
                && switch (style) {
                    case UNDERLINE -> context.options().has(Feature.UNDERLINE);
                    case SUBSCRIPT, SUPERSCRIPT -> context.options().has(Feature.SUB_SUP);
                    case HIGHLIGHT -> context.options().has(Feature.HIGHLIGHTS);
                    case STRONG, EMPHASIS, STRIKETHROUGH, SMALL, KEYBOARD -> true;
                };
        marked(wanted ? List.of(style) : List.of(), element, context);
    }

    private static void quoted(Element element, RenderContext context) {
        context.out().text("“");
        context.children(element);
        context.out().text("”");
    }

    private static void marked(List<? extends Mark> marks, Element element, RenderContext context) {
        if (marks.isEmpty()) {
            context.children(element);
        } else {
            context.out().marked(marks.getFirst(), () -> marked(marks.subList(1, marks.size()), element, context));
        }
    }

    private static List<Mark> marks(Element element, RenderContext context) {
        List<Mark> marks = new ArrayList<>();
        String colour = element.normalName().equals("font") ? element.attr("color") : Elements.style(element, "color");
        if (!NO_COLOUR.contains(colour) && context.options().has(Feature.COLOURS)) {
            marks.add(new Mark.Colour(colour));
        }
        String background = Elements.style(element, "background-color");
        if (!NO_COLOUR.contains(background) && context.options().has(Feature.HIGHLIGHTS)) {
            marks.add(new Mark.Background(background));
        }
        String decoration = Elements.style(element, "text-decoration");
        if (decoration.contains("line-through")) {
            marks.add(Style.STRIKETHROUGH);
        }
        if (decoration.contains("underline") && context.options().has(Feature.UNDERLINE)) {
            marks.add(Style.UNDERLINE);
        }
        if (Set.of("bold", "bolder", "700").contains(Elements.style(element, "font-weight"))) {
            marks.add(Style.STRONG);
        }
        if (Elements.style(element, "font-style").equals("italic")) {
            marks.add(Style.EMPHASIS);
        }
        return marks;
    }
}
