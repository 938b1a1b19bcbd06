package dev.sluice.planner.path;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which folder of its space each place lies: below its parent, at the top, or, a blog post, in that of its day. */
final class Placement {

    private static final int NONE = IntList.NONE;

    private final Places places;
    private final Map<Integer, SpaceRoot> spaces;
    /** What has nothing above it but its space. */
    private final BitSet atTop = new BitSet();
    /** What is its own ancestor, or below something that is: at the top, after all others. */
    private final BitSet loose = new BitSet();

    /** {@code spaces}: by the numbers that they have among the places. */
    Placement(Places places, Map<Integer, SpaceRoot> spaces) {
        this.places = places;
        this.spaces = spaces;
        for (int number = places.nextLaidOut(0); number != NONE; number = places.nextLaidOut(number + 1)) {
            if (places.isInTree(number) && isAtTop(number)) {
                atTop.set(number);
            }
        }
        BitSet settled = new BitSet();
        settled.or(atTop);
        for (int number = places.nextLaidOut(0); number != NONE; number = places.nextLaidOut(number + 1)) {
            if (places.isInTree(number)) {
                settle(number, settled);
            }
        }
        atTop.or(loose);
    }

    private boolean isAtTop(int number) {
        int parent = places.parent(number);
        SpaceRoot space = space(number);
        return !places.isInTree(parent)
                || places.space(parent) != places.space(number)
                || places.id(parent).equals(space.homepageId());
    }

    /** Climbs until it is clear whether there is an end. */
    private void settle(int from, BitSet settled) {
        Deque<Integer> climbed = new ArrayDeque<>();
        int number = from;
        while (!settled.get(number)) {
            settled.set(number);
            climbed.push(number);
            number = places.parent(number);
        }
        // settled only now: a circle
        boolean endless = loose.get(number) || climbed.contains(number);
        if (endless) {
            climbed.forEach(loose::set);
        }
    }

    /** Whether it lies in the folder of its space itself. */
    boolean hasNoParent(int number) {
        return atTop.get(number);
    }

    /** Whether it lies there for want of an end above it. */
    boolean isLoose(int number) {
        return loose.get(number);
    }

    /** Equal for places in one folder. */
    long folder(int number) {
        int space = places.space(number);
        if (places.isPost(number)) {
            return (1L << 62) | ((long) space << 32) | Integer.toUnsignedLong(places.day(number));
        }
        return hasNoParent(number) ? -1L - space : places.parent(number);
    }

    /** Whether it is of a space that is laid out. */
    boolean isPlaced(int number) {
        return number != NONE && places.isLaidOut(number) && spaces.containsKey(places.space(number));
    }

    private SpaceRoot space(int number) {
        @Nullable SpaceRoot space = spaces.get(places.space(number));
        if (space == null) {
            throw new IllegalArgumentException("in no space: " + places.id(number));
        }
        return space;
    }
}
