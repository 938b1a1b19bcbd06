package dev.sluice.markdown.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Questions about elements. None of them recurses, so the depth of the input does not matter. */
final class Elements {

    private Elements() {}

    /** All text below, white space as it stands, nothing between elements. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        element.traverse((node, depth) -> {
            if (node instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            }
        });
        return text.toString();
    }

    /** All text below with line breaks where {@code <br>} stands and line endings as line feeds. */
    static String code(Element element) {
        StringBuilder text = new StringBuilder();
        element.traverse((node, depth) -> {
            if (node instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            } else if (node.normalName().equals("br")) {
                text.append('\n');
            }
        });
        return withLineFeeds(text.toString());
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The first resource identifier at or below this element. */
    static Optional<Element> reference(Element element) {
        FirstReference search = new FirstReference();
        element.traverse(search);
        return Optional.ofNullable(search.found);
    }

    /** The macros of these names, wherever they stand, in the order of the body. */
    static List<Macro> macros(Element root, Set<String> names) {
        List<Macro> macros = new ArrayList<>();
        root.traverse((node, depth) -> {
            if (node instanceof Element element && element.normalName().equals("ac:structured-macro")) {
                Macro macro = new Macro(element);
                if (names.contains(macro.name())) {
                    macros.add(macro);
                }
            }
        });
        return macros;
    }

    static Optional<Element> child(Element element, String name) {
        for (Node node : element.childNodes()) {
            if (node instanceof Element child && child.normalName().equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The resource identifier directly within an element. */
    static Optional<Element> childReference(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof Element child && child.normalName().startsWith("ri:")) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The value of a CSS property in the style attribute, in lower case; empty when it is not there. */
    static String style(Element element, String property) {
        String style = element.attr("style");
        int from = 0;
        while (from < style.length()) {
            int end = style.indexOf(';', from);
            end = end < 0 ? style.length() : end;
            int colon = style.indexOf(':', from, end);
            if (colon > 0 && style.substring(from, colon).strip().equalsIgnoreCase(property)) {
                return style.substring(colon + 1, end).strip().toLowerCase(java.util.Locale.ROOT);
            }
            from = end + 1;
        }
        return "";
    }

    private static final class FirstReference implements NodeVisitor {
        private @org.jspecify.annotations.Nullable Element found;

        @Override
        public void head(Node node, int depth) {
            if (found == null
                    && node instanceof Element element
                    && element.normalName().startsWith("ri:")) {
                found = element;
            }
        }
    }
}
