package dev.sluice.markdown.storage;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

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
                    .append('=')
                    .append(quoted(value(parameter.getValue())));
        }
        return words.toString();
    }

    private static String quoted(String value) {
        return value.indexOf('"') >= 0 && value.indexOf('\'') < 0 ? "'" + value + "'" : '"' + value + '"';
    }

    private static String value(Element parameter) {
        StringBuilder value = new StringBuilder(Elements.text(parameter).strip());
        parameter.traverse((node, depth) -> {
            if (node instanceof Element element && isReference(element) && !isReference(element.parent())) {
                value.append(value.isEmpty() ? "" : ", ").append(Destinations.describe(element));
            }
        });
        return value.toString();
    }

    /** Notes the macro where it stands: within the line when its element stands in one. */
    static void note(Macro macro, RenderContext context) {
        context.out().comment(describe(macro));
    }

    private static boolean isReference(@Nullable Element element) {
        return element != null && element.normalName().startsWith("ri:");
    }
}
