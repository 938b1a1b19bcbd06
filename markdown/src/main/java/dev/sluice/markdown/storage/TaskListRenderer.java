package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Item;
import dev.sluice.markdown.document.Block.Listing;
import dev.sluice.markdown.document.Block.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

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
            case "ac:task" -> context.out().block(new Listing(false, 1, List.of(task(element, context))));
            default -> {
                // Ids and states say something about a task; they are no content.
            }
        }
    }

    private static void list(Element element, RenderContext context) {
        List<Item> items = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.normalName().equals("ac:task")) {
                items.add(task(child, context));
            } else {
                attach(items, context.out().collect(() -> context.node(child)));
            }
        }
        if (!items.isEmpty()) {
            context.out().block(new Listing(false, 1, items));
        }
    }

    private static void attach(List<Item> items, List<Block> nested) {
        if (nested.isEmpty()) {
            return;
        }
        Item before = items.isEmpty() ? new Item(Task.NONE, List.of()) : items.removeLast();
        List<Block> content = new ArrayList<>(before.content());
        content.addAll(nested);
        items.add(new Item(before.task(), content));
    }

    private static Item task(Element element, RenderContext context) {
        boolean done = Elements.child(element, "ac:task-status")
                .map(Elements::text)
                .filter(status -> status.strip().equalsIgnoreCase("complete"))
                .isPresent();
        return new Item(done ? Task.DONE : Task.OPEN, context.blocks(element));
    }
}
