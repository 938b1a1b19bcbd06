package dev.sluice.planner.path;

import java.util.Arrays;

/** Whole numbers by index, four bytes each; {@link #NONE} where none was set. */
public final class IntList {

    /** No number. */
    public static final int NONE = -1;

    private int[] values = {};

    public int get(int index) {
        return index < values.length ? values[index] : NONE;
    }

    public void set(int index, int value) {
        if (index >= values.length) {
            int length = values.length;
            // grows by a fifth: half of the room would be empty on average if it doubled
            values = Arrays.copyOf(values, Math.max(index + 16, index + index / 5));
            Arrays.fill(values, length, values.length, NONE);
        }
        values[index] = value;
    }
}
