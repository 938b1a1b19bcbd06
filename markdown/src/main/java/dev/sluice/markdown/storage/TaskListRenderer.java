package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Item;
import dev.sluice.markdown.document.Block.Listing;
import dev.sluice.markdown.document.Block.Task;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Task lists. Assignee and due date are a mention and a date in the body of the task and stay there. */
final class TaskListRenderer implements ElementRenderer {

    @Override
    public Set<String> elements() {
        return Set.of("ac:task-list", "ac:task", "ac:task-id", "ac:task-uuid", "ac:task-status");
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "ac:task-list" -> list(element, context);
            case "ac:task" ->
                context.out().block(new Listing(false, 1, List.of(new Item(state(element), context.blocks(element)))));
            // Ids and states say something about a task; they are no content.
            default -> context.leaveElements(element, Set.of());
        }
    }

    private static void list(Element element, RenderContext context) {
        Entries entries = new Entries();
        context.each(element, node -> {
            if (node instanceof Element child && child.normalName().equals("ac:task")) {
                entries.add(state(child), context.blocks(child));
            } else {
                between(node, entries, context);
            }
        });
        if (!entries.items().isEmpty()) {
            context.out().block(new Listing(false, 1, entries.items()));
        }
    }

    private static void between(Node node, Entries entries, RenderContext context) {
        List<Block> between = context.out().collect(() -> context.node(node));
        if (!between.isEmpty()) {
            entries.attach(between);
        }
    }

    private static Task state(Element element) {
        boolean done = Elements.child(element, "ac:task-status")
                .map(Elements::beginning)
                .filter(status -> status.strip().equalsIgnoreCase("complete"))
                .isPresent();
        return done ? Task.DONE : Task.OPEN;
    }
}
