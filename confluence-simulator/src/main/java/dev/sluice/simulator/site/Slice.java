package dev.sluice.simulator.site;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sorted listing.
 *
 * @param after null for the start
 * @param skip number of items to leave out from there
 * @param max greatest number of items
 */
public record Slice(Sorting sorting, @Nullable Position after, long skip, int max) {

    /** By id, counted from an offset. */
    public static Slice offset(long skip, int max) {
        return new Slice(Sorting.BY_ID, null, skip, max);
    }

    <S extends Sortable> List<S> of(NavigableMap<Long, S> byId, Predicate<S> filter) {
        if (sorting.key() != Sorting.Key.ID) {
            return sorted(byId.values(), filter);
        }
        NavigableMap<Long, S> ordered = sorting.descending() ? byId.descendingMap() : byId;
        NavigableMap<Long, S> rest = after == null ? ordered : ordered.tailMap(after.id(), false);
        return rest.values().stream().filter(filter).skip(skip).limit(max).toList();
    }

    private <S extends Sortable> List<S> sorted(Collection<S> items, Predicate<S> filter) {
        var comparator = sorting.comparator();
        Stream<S> wanted = items.stream().filter(filter);
        if (after != null) {
            Sortable probe = after.probe(sorting);
            wanted = wanted.filter(item -> comparator.compare(item, probe) > 0);
        }
        return wanted.sorted(comparator).skip(skip).limit(max).toList();
    }
}
