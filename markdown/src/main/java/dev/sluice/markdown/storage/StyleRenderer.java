package dev.sluice.markdown.storage;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** What is pasted from other editors may stand in a {@code <b>} that is not bold. */
    private static final Pattern NORMAL_WEIGHT = Pattern.compile("font-weight:\\s*(?:normal|400)");

    @Override
    public Set<String> elements() {
        Set<String> elements = new java.util.HashSet<>(STYLES.keySet());
        elements.addAll(Set.of("span", "font", "q", "abbr", "acronym"));
        return elements;
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "q" -> quoted(element, context);
            case "font" -> coloured(element, context);
            case "span" -> context.children(element);
            case "abbr", "acronym" -> abbreviation(element, context);
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
                    case STRONG -> !NORMAL_WEIGHT.matcher(element.attr("style")).find();
                    case EMPHASIS, STRIKETHROUGH, SMALL, KEYBOARD -> true;
                };
        if (style != null && wanted) {
            context.out().marked(style, () -> context.children(element));
        } else {
            context.children(element);
        }
    }

    private static void abbreviation(Element element, RenderContext context) {
        String title = element.attr("title").strip();
        if (title.isEmpty()) {
            context.children(element);
        } else {
            context.out().marked(new Mark.Abbreviation(title), () -> context.children(element));
        }
    }

    private static void quoted(Element element, RenderContext context) {
        context.out().text("“");
        context.children(element);
        context.out().text("”");
    }

    private static void coloured(Element font, RenderContext context) {
        String colour = font.attr("color").strip();
        boolean wanted = Styles.isColour(colour) && context.options().has(Feature.COLOURS);
        if (wanted) {
            context.out().marked(new Mark.Colour(colour), () -> context.children(font));
        } else {
            context.children(font);
        }
    }
}
