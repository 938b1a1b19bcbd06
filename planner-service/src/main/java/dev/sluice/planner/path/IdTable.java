package dev.sluice.planner.path;

/** Numbers ids from 0 in the order in which they come first, in some twenty bytes each. */
public final class IdTable {

    private final TextPool ids = new TextPool();
    private final IntList positions = new IntList();
    /** Open addressing: number + 1, or 0 where there is none. */
    private int[] slots = new int[1 << 10];

    private int size;

    public int size() {
        return size;
    }

    /** The id's number; {@link IntList#NONE} when it never came. */
    public int find(String id) {
        byte[] text = TextPool.encode(id);
        return slots[slot(text)] - 1;
    }

    /** The id's number, which it is given when it has none. */
    public int number(String id) {
        byte[] text = TextPool.encode(id);
        int slot = slot(text);
        if (slots[slot] == 0) {
            positions.set(size, ids.add(text));
            slots[slot] = ++size;
            if (size > slots.length / 4 * 3) {
                grow();
                return size - 1;
            }
        }
        return slots[slot] - 1;
    }

    public String id(int number) {
        return ids.text(positions.get(number));
    }

    /** Where the id is, or would be. */
    private int slot(byte[] text) {
        int mask = slots.length - 1;
        int slot = TextPool.hash(text) & mask;
        while (slots[slot] != 0 && !ids.isAt(positions.get(slots[slot] - 1), text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = ids.hash(positions.get(number)) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
    }
}
