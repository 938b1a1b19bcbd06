package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.AlertKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Nodes of the new editor that storage format has no element for. Panels and decisions are known; for others the
 * fallback that Confluence stores beside them is used, and without one what the node holds.
 */
final class AdfRenderer implements ElementRenderer {

    private static final Set<String> PARAMETERS = Set.of("ac:adf-parameter", "ac:adf-parameter-value");

    @Override
    public Set<String> elements() {
        return Set.of("ac:adf-extension", "ac:adf-node", "ac:adf-attribute", "ac:adf-parameter", "ac:adf-fallback");
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "ac:adf-extension" -> extension(element, context);
            case "ac:adf-node" -> node(element, Optional.empty(), context);
            case "ac:adf-fallback" -> context.children(element);
            // Attributes and parameters say something about a node; they are no content.
            default -> context.leaveElements(element, PARAMETERS);
        }
    }

    private static void extension(Element extension, RenderContext context) {
        Optional<Element> node = Elements.child(extension, "ac:adf-node");
        Optional<Element> fallback = Elements.child(extension, "ac:adf-fallback");
        if (node.isEmpty()) {
            context.children(extension);
            return;
        }
        node(node.get(), fallback, context);
        context.each(extension, child -> {
            boolean shown =
                    child.equals(node.get()) || fallback.filter(child::equals).isPresent();
            if (!shown) {
                context.node(child);
            }
        });
    }

    private static void node(Element node, Optional<Element> fallback, RenderContext context) {
        switch (node.attr("type")) {
            case "panel" -> panel(node, context);
            case "decision-list", "decisionList" -> decisions(node, context);
            default -> {
                if (fallback.isEmpty() || Lines.isBlank(Elements.text(fallback.get()))) {
                    context.out().comment(describe(node));
                }
                fallback.ifPresentOrElse(context::node, () -> context.children(node));
            }
        }
    }

    private static String describe(Element node) {
        StringBuilder words = new StringBuilder("node: ").append(node.attr("type"));
        for (Element child : node.children()) {
            if (child.normalName().equals("ac:adf-attribute")) {
                words.append(' ').append(child.attr("key")).append("=\"");
                words.append(Elements.text(child).strip()).append('"');
            }
        }
        return words.toString();
    }

    private static void panel(Element node, RenderContext context) {
        AlertKind kind = switch (attribute(node, "panel-type")) {
            case "note" -> AlertKind.IMPORTANT;
            case "success", "tip" -> AlertKind.TIP;
            case "warning" -> AlertKind.WARNING;
            case "error" -> AlertKind.CAUTION;
            default -> AlertKind.NOTE;
        };
        List<Block> content = context.blocks(node);
        if (!content.isEmpty()) {
            context.out().block(PanelMacro.alert(kind, attribute(node, "panel-icon-text"), "", content));
        }
    }

    private static void decisions(Element list, RenderContext context) {
        List<Block.Item> items = new ArrayList<>();
        for (Element child : list.children()) {
            if (child.normalName().equals("ac:adf-node")) {
                String sign = attribute(child, "state").equalsIgnoreCase("UNDECIDED") ? "❔ " : "✅ ";
                List<Block> content = PanelMacro.withSign(sign, context.blocks(child));
                items.add(new Block.Item(Block.Task.NONE, content));
            }
        }
        if (!items.isEmpty()) {
            context.out().block(new Block.Listing(false, 1, items));
        }
    }

    private static String attribute(Element node, String key) {
        for (Element child : node.children()) {
            if (child.normalName().equals("ac:adf-attribute")
                    && child.attr("key").equals(key)) {
                return Elements.beginning(child).strip();
            }
        }
        return "";
    }
}
