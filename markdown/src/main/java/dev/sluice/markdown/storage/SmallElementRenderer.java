package dev.sluice.markdown.storage;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Dates, and elements that are no content of the page: hints of templates, scripts, parameters without a macro. */
final class SmallElementRenderer implements ElementRenderer {

    @Override
    public Set<String> elements() {
        return Set.of(
                "time",
                "ac:placeholder",
                "at:declarations",
                "at:string",
                "at:textarea",
                "at:list",
                "at:option",
                "at:var",
                "script",
                "style",
                "wbr",
                "ac:adf-mark",
                "ac:adf-fragment-mark");
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "time" -> date(element, context);
            case "wbr" -> context.leave(element);
            case "script", "style" -> {
                // Not part of the page.
            }
            default -> context.leaveElements(element, Set.of());
        }
    }

    private static void date(Element element, RenderContext context) {
        String date = element.attr("datetime").strip();
        String text = Elements.beginning(element);
        if (Lines.isBlank(text)) {
            context.out().text(date);
            context.leaveElements(element, Set.of());
        } else {
            context.children(element);
            if (!date.isEmpty() && !text.contains(date)) {
                context.out().text(" (" + date + ")");
            }
        }
    }
}
