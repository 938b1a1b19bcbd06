package dev.sluice.markdown.storage;

import java.util.Map;
import org.jsoup.nodes.Element;

/** Macros in words, for the comments that keep what Markdown has no form for. */
final class MacroNotes {

    private MacroNotes() {}

    /** Name and parameters on one line, such as {@code macro: livesearch size="large"}. */
    static String describe(Macro macro) {
        StringBuilder words = new StringBuilder("macro: ").append(macro.name().isEmpty() ? "(no name)" : macro.name());
        for (Map.Entry<String, Element> parameter : macro.parameters().entrySet()) {
            String name = parameter.getValue().attr("ac:name").strip();
            words.append(' ')
                    .append(name.isEmpty() ? "default" : name)
                    .append("=\"")
                    .append(value(parameter.getValue()))
                    .append('"');
        }
        return words.toString();
    }

    private static String value(Element parameter) {
        StringBuilder value = new StringBuilder(Elements.text(parameter).strip());
        parameter.traverse((node, depth) -> {
            if (node instanceof Element element && element.normalName().startsWith("ri:")) {
                value.append(value.isEmpty() ? "" : ", ").append(Destinations.describe(element));
            }
        });
        return value.toString();
    }

    /** Notes the macro where it stands: within the line when its element stands in one. */
    static void note(Macro macro, RenderContext context) {
        context.out().comment(describe(macro));
    }
}
