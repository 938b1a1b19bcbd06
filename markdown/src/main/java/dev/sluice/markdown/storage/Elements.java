package dev.sluice.markdown.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** The text before the first element within: all there is, unless the end of the element is missing. */
    static String beginning(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof Element) {
                break;
            }
            if (node instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            }
        }
        return text.toString();
    }

    /** All text below with line breaks where {@code <br>} and paragraphs stand, and line endings as line feeds. */
    static String code(Element element) {
        StringBuilder text = new StringBuilder();
        element.traverse((node, depth) -> {
            if (node instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            } else if (node.normalName().equals("br") || startsLine(node, text)) {
                text.append('\n');
            }
        });
        return withLineFeeds(text.toString());
    }

    private static boolean startsLine(Node node, StringBuilder before) {
        boolean block = node.normalName().equals("p") || node.normalName().equals("div");
        return block && !before.isEmpty() && before.charAt(before.length() - 1) != '\n';
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
            if (node instanceof Element child && isReference(child)) {
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

    /**
     * Moves what cannot stand in an element behind it, and all that follows that: the end of the element is missing.
     *
     * @param index of the element within its parent, for the parser's tree counts all children to answer that
     */
    static void endBefore(Element element, int index, Predicate<Node> foreign) {
        List<Node> nodes = element.childNodes();
        int first = 0;
        while (first < nodes.size() && !foreign.test(nodes.get(first))) {
            first++;
        }
        Element parent = element.parent();
        if (parent != null && first < nodes.size()) {
            parent.insertChildren(index + 1, List.copyOf(nodes.subList(first, nodes.size())));
        }
    }

    /** The resource identifier directly within a link or image, without what cannot stand in one. */
    static Optional<Element> endedReference(Element element) {
        Optional<Element> reference = childReference(element);
        reference.ifPresent(
                found -> endBefore(found, found.siblingIndex(), node -> !isReference(node) && !isBlank(node)));
        return reference;
    }

    /** Whether a node is white space, or no text at all. */
    static boolean isBlank(Node node) {
        return !(node instanceof Element) && !(node instanceof TextNode text && !Lines.isBlank(text.getWholeText()));
    }

    /** Whether a node is a resource identifier. */
    static boolean isReference(Node node) {
        return node.normalName().startsWith("ri:");
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
