package dev.sluice.markdown.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Ends elements whose end tag is missing where a browser would end them. The parser nests what follows a forgotten end;
 * when such a node is met, it and all that stands after it within the element come after the element instead.
 */
final class ImpliedEnds {

    /** Elements whose end tag HTML lets people leave out. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ENTRY,
        DEFINITION,
        CELL,
        ROW,
        ROWS;

        private boolean endsAt(String start) {
            return switch (start) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> this == HEADING || this == PARAGRAPH;
                case "p" -> this == PARAGRAPH;
                case "li" -> this == ENTRY || this == PARAGRAPH;
                case "dt", "dd" -> this == DEFINITION || this == PARAGRAPH;
                case "td", "th" -> this == CELL || this == PARAGRAPH;
                case "tr" -> this == ROW || this == CELL || this == PARAGRAPH;
                case "thead", "tbody", "tfoot" -> this == ROWS || this == ROW || this == CELL || this == PARAGRAPH;
                default -> false;
            };
        }
    }

    private @Nullable Open open;
    private @Nullable List<Node> left;

    /** An element that may be ended by what is within, and what came after that. */
    private static final class Open {
        private final Kind kind;
        private @Nullable List<Node> after;

        private Open(Kind kind) {
            this.kind = kind;
        }

        private boolean takes(Node node) {
            if (after == null && kind.endsAt(node.normalName())) {
                after = new ArrayList<>();
            }
            return after != null && after.add(node);
        }
    }

    /** Hands on the nodes of a parent, and what elements among them leave behind, one after the other: depth does not grow. */
    void each(Node parent, Consumer<Node> handler) {
        int count = parent.childNodeSize();
        for (int i = 0; i < count; i++) {
            one(parent.childNode(i), handler);
        }
    }

    /** Hands on one node, and what it leaves behind. */
    void one(Node node, Consumer<Node> handler) {
        visit(node, handler);
        if (left != null) {
            eachLeft(left, handler);
        }
    }

    private void eachLeft(List<Node> nodes, Consumer<Node> handler) {
        Deque<Iterator<Node>> work = new ArrayDeque<>();
        work.push(nodes.iterator());
        left = null;
        while (!work.isEmpty()) {
            Iterator<Node> next = work.peek();
            if (!next.hasNext()) {
                work.pop();
                continue;
            }
            visit(next.next(), handler);
            if (left != null) {
                work.push(left.iterator());
                left = null;
            }
        }
    }

    private void visit(Node node, Consumer<Node> handler) {
        if (node instanceof Element element
                && Character.isUpperCase(element.tagName().charAt(0))) {
            lowerCase(element);
        }
        if (open == null || !open.takes(node)) {
            handler.accept(node);
        }
    }

    /** An element in upper case was written by hand, and its attributes may be in upper case as well. */
    private static void lowerCase(Element element) {
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!element.hasAttr(name)) {
                element.attr(name, attribute.getValue());
            }
        }
    }

    /** Renders the content of an element that ends where its kind does, at the latest where it ends itself. */
    void within(Kind kind, Runnable content) {
        Open outer = open;
        Open element = new Open(kind);
        open = element;
        try {
            content.run();
        } finally {
            open = outer;
        }
        if (element.after != null) {
            leave(element.after);
        }
    }

    /** Renders an element that no start tag within can end what is around it, such as a list or a macro. */
    void apart(Runnable element) {
        Open outer = open;
        open = null;
        try {
            element.run();
        } finally {
            open = outer;
        }
    }

    /** Nodes that come after the element at hand, though the parser put them within. */
    void leave(List<Node> nodes) {
        if (left == null) {
            left = new ArrayList<>(nodes);
        } else {
            left.addAll(nodes);
        }
    }

    /** Whether a missing end can be noticed through an element: it neither has a style nor a scope of its own. */
    boolean seesThrough(String element) {
        return switch (element) {
            case "p", "br", "hr", "img", "wbr" -> true;
            // A paragraph that holds one of these ended before it.
            case "div", "address" -> open != null && open.kind != Kind.PARAGRAPH;
            default -> false;
        };
    }
}
