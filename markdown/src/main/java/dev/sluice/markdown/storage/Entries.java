package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Item;
import dev.sluice.markdown.document.Block.Task;
import java.util.ArrayList;
import java.util.List;

/** The entries of a list as they are read: what stands between two entries may belong to the one before. */
final class Entries {

    private final List<Item> items = new ArrayList<>();
    private List<Block> last = List.of();

    void add(Task task, List<Block> content) {
        last = new ArrayList<>(content);
        items.add(new Item(task, last));
    }

    /** Adds to the last entry, or as a first one. */
    void attach(List<Block> content) {
        if (items.isEmpty()) {
            add(Task.NONE, content);
        } else {
            last.addAll(content);
        }
    }

    List<Item> items() {
        return items;
    }
}
