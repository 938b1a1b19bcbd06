package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Listing;
import dev.sluice.markdown.document.Block.Task;
import dev.sluice.markdown.storage.ImpliedEnds.Kind;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Lists. A list directly within a list belongs to the entry before it; other stray content becomes an entry. */
final class ListRenderer implements ElementRenderer {

    private static final int LARGEST_NUMBER = 999_999_999;

    @Override
    public Set<String> elements() {
        return Set.of("ul", "ol", "li", "menu", "dir");
    }

    @Override
    public void render(Element element, RenderContext context) {
        boolean ordered = element.normalName().equals("ol");
        Entries entries = new Entries();
        if (element.normalName().equals("li")) {
            entry(element, entries, context);
        } else {
            context.styled(element, () -> context.each(element, node -> entry(node, entries, context)));
        }
        if (!entries.items().isEmpty()) {
            context.out().block(new Listing(ordered, start(element), entries.items()));
        }
    }

    private static void entry(Node node, Entries entries, RenderContext context) {
        if (node.normalName().equals("li")) {
            context.within(Kind.ENTRY, () -> entries.add(Task.NONE, context.blocks(node)));
        } else {
            stray(node, entries, context);
        }
    }

    private static void stray(Node node, Entries entries, RenderContext context) {
        List<Block> blocks = context.out().collect(() -> context.node(node));
        if (blocks.isEmpty()) {
            return;
        }
        if (node.normalName().equals("ul") || node.normalName().equals("ol")) {
            entries.attach(blocks);
        } else {
            entries.add(Task.NONE, blocks);
        }
    }

    private static int start(Element list) {
        String start = list.attr("start").strip();
        if (start.isEmpty() || start.length() > 9 || !start.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        return Math.min(Integer.parseInt(start), LARGEST_NUMBER);
    }
}
