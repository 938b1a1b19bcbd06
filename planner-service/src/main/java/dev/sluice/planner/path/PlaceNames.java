package dev.sluice.planner.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that places have in their folders. In a folder the lowest id keeps the plain name, in which case does not
 * count; only what has another name takes room.
 */
final class PlaceNames {

    private static final int NONE = IntList.NONE;

    private final Places places;
    private final Placement placement;
    /** What has its id behind its name. */
    private final BitSet withId = new BitSet();
    /** The names of what is told apart by more than that. */
    private final Map<Integer, String> others = new HashMap<>();

    PlaceNames(Places places, Placement placement) {
        this.places = places;
        this.placement = placement;
        tellApart();
    }

    String name(int number) {
        String other = others.get(number);
        if (other != null) {
            return other;
        }
        String plain = plain(number);
        return withId.get(number) ? withId(plain, number) : plain;
    }

    private String plain(int number) {
        return SafeName.ofTitle(places.title(number));
    }

    private String withId(String plain, int number) {
        return plain + " (" + places.id(number) + ")";
    }

    /** Takes the names of those that have, or may get, one that another has in the same folder; the others keep theirs. */
    private void tellApart() {
        List<Integer> doubtful = doubtful();
        doubtful.sort(Comparator.<Integer>comparingLong(placement::folder)
                .thenComparing(placement::isLoose)
                .thenComparing(places::id, IdOrder.NUMERIC));
        long folder = Long.MIN_VALUE;
        Names names = new Names();
        for (int number : doubtful) {
            if (placement.folder(number) != folder) {
                folder = placement.folder(number);
                names = new Names();
            }
            String plain = plain(number);
            String name = names.take(plain, places.id(number));
            if (name.equals(withId(plain, number))) {
                withId.set(number);
            } else if (!name.equals(plain)) {
                others.put(number, name);
            }
        }
    }

    private List<Integer> doubtful() {
        long[] hashes = new long[places.size()];
        int count = 0;
        List<Integer> doubtful = new ArrayList<>();
        BitSet sure = new BitSet();
        for (int number = next(0); number != NONE; number = next(number + 1)) {
            String folded = SafeName.folded(plain(number));
            hashes[count++] = hash(placement.folder(number), folded);
            // a name with an id behind it ends like this, and may be what another is called
            if (folded.endsWith(")") || folded.endsWith("_")) {
                sure.set(number);
            }
        }
        long[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        int at = 0;
        for (int number = next(0); number != NONE; number = next(number + 1)) {
            if (isTwice(hashes[at++], sorted) || sure.get(number)) {
                doubtful.add(number);
            }
        }
        return doubtful;
    }

    private int next(int from) {
        int number = places.nextLaidOut(from);
        while (number != NONE && !placement.isPlaced(number)) {
            number = places.nextLaidOut(number + 1);
        }
        return number;
    }

    private static boolean isTwice(long hash, long[] sorted) {
        int found = Arrays.binarySearch(sorted, hash);
        return (found > 0 && sorted[found - 1] == hash) || (found + 1 < sorted.length && sorted[found + 1] == hash);
    }

    /** Equal names have equal hashes; that others have, too, is rare, and costs a comparison. */
    private static long hash(long folder, String folded) {
        long hash = folder * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
