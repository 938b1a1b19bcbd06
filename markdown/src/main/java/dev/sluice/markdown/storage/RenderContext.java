package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.StoragePage;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** One conversion under way: where to emit, how to go on to children, and what surrounds the page. */
final class RenderContext {

    /** Deeper elements lose their structure, not their text; no real page comes near it. */
    static final int DEEPEST = 250;

    private static final Set<String> BLOCK_PARENTS =
            Set.of("#root", "ac:layout-cell", "ac:rich-text-body", "div", "blockquote", "ac:adf-content");

    private final Renderers renderers;
    private final Surroundings surroundings;
    private final ContentBuilder out = new ContentBuilder();
    private final Destinations destinations;
    private final ImpliedEnds ends = new ImpliedEnds();
    private int depth;

    /** {@code depth}: how deep the body is shown within others. */
    RenderContext(Renderers renderers, Surroundings surroundings, int depth) {
        this.renderers = renderers;
        this.surroundings = surroundings;
        this.destinations = new Destinations(surroundings);
        this.depth = depth;
    }

    int depth() {
        return depth;
    }

    /** The paths of the pages that are being shown, each within the one before. */
    List<String> trail() {
        return surroundings.trail();
    }

    /** Whether the body is shown within another page. */
    boolean isIncluded() {
        return surroundings.included();
    }

    /** The body of another page of the export, to show it here; {@code spaceKey} is empty for this page's space. */
    Optional<Bodies.Body> included(String path, String spaceKey, String title) {
        String space = spaceKey.isEmpty() ? page().spaceKey() : spaceKey;
        return surroundings.bodies().within(this, path, space, title);
    }

    ContentBuilder out() {
        return out;
    }

    Destinations destinations() {
        return destinations;
    }

    StoragePage page() {
        return surroundings.page();
    }

    LinkResolver links() {
        return surroundings.links();
    }

    MarkdownOptions options() {
        return surroundings.options();
    }

    Findings findings() {
        return surroundings.findings();
    }

    /**
     * Renders everything within, with the colours and styles that the element's attributes state for it. The element's id
     * becomes an anchor if the page links to it.
     */
    void children(Node parent) {
        if (parent instanceof Element element && element.attributesSize() > 0) {
            styled(element, () -> each(parent, this::render));
        } else {
            each(parent, this::render);
        }
    }

    /** Renders content of an element, with the colours and styles that its attributes state, after its id as an anchor. */
    void styled(Element element, Runnable content) {
        String id = element.attr("id");
        if (!id.isEmpty() && surroundings.wantedAnchors().contains(id)) {
            out.anchor(id, false);
        }
        if (element.hasAttr("style")) {
            out.marked(Styles.marks(element, options()), content);
        } else {
            content.run();
        }
    }

    /** Hands on everything within, as a browser would see it: see {@link ImpliedEnds}. */
    void each(Node parent, Consumer<Node> handler) {
        ends.each(parent, handler);
    }

    void node(Node node) {
        ends.one(node, this::render);
    }

    /** Renders the content of an element that ends where its kind does, even without an end tag. */
    void within(ImpliedEnds.Kind kind, Runnable content) {
        depth++;
        try {
            ends.within(kind, content);
        } finally {
            depth--;
        }
    }

    /** Content of an element that should be empty comes after it. */
    void leave(Node element) {
        ends.leave(element.childNodes());
    }

    /**
     * What stands in an element that holds nothing but text and elements of those names, because its end is missing, comes
     * after it.
     */
    void leaveElements(Element element, Set<String> parts) {
        List<Node> nodes = element.childNodes();
        int first = 0;
        while (first < nodes.size()
                && (!(nodes.get(first) instanceof Element)
                        || parts.contains(nodes.get(first).normalName()))) {
            first++;
        }
        if (first < nodes.size()) {
            ends.leave(nodes.subList(first, nodes.size()));
        }
    }

    private void render(Node node) {
        if (node instanceof TextNode text) {
            out.text(text.getWholeText());
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        if (depth >= DEEPEST) {
            flatten(element);
            return;
        }
        depth++;
        try {
            if (ends.seesThrough(element.normalName())) {
                renderers.render(element, this);
            } else {
                ends.apart(() -> renderers.render(element, this));
            }
        } finally {
            depth--;
        }
    }

    /** Renders what is within as blocks of their own. */
    List<Block> blocks(Node parent) {
        return out.collect(() -> children(parent));
    }

    /** Renders what is within as inline content; blocks within are joined by line breaks where that is possible. */
    Fragment fragment(Node parent) {
        return Fragment.of(blocks(parent));
    }

    /**
     * Renders a macro that shows something: as a paragraph of its own where it stands between blocks, and within the line
     * where it stands in one.
     */
    void standalone(Macro macro, Runnable content) {
        Element parent = macro.element().parent();
        boolean between = parent != null && BLOCK_PARENTS.contains(parent.normalName());
        if (between) {
            out.paragraph(Block.Alignment.NONE, content);
        } else {
            content.run();
        }
    }

    private void flatten(Node parent) {
        parent.traverse((node, level) -> {
            if (node instanceof TextNode text) {
                out.text(text.getWholeText());
            } else if (level > 0) {
                out.text(" ");
            }
        });
    }

    /** Inline content, and the blocks that cannot be part of a line. */
    record Fragment(List<Inline> line, List<Block> rest) {

        static Fragment of(List<Block> blocks) {
            List<Inline> line = new ArrayList<>();
            List<Block> rest = new ArrayList<>();
            for (Block block : blocks) {
                if (rest.isEmpty() && block instanceof Block.Paragraph paragraph) {
                    join(line, paragraph.content());
                } else if (rest.isEmpty() && block instanceof Block.Heading heading) {
                    join(line, heading.content());
                } else {
                    rest.add(block);
                }
            }
            return new Fragment(line, rest);
        }

        private static void join(List<Inline> line, List<Inline> more) {
            if (!line.isEmpty() && !more.isEmpty()) {
                line.add(new Inline.Break(more.getFirst().marks()));
            }
            line.addAll(more);
        }
    }
}
