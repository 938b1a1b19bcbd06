package dev.sluice.confluence;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Asks for things by their ids, many in one request. A short answer proves nothing: what it left out is asked for again
 * until an answer brings nothing new. An answer too large to be read is asked for in halves.
 */
final class MultiGet<T> {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,18}");
    private static final int GROUPS_AT_ONCE = 4;

    private final int groupSize;
    private final Function<List<String>, Stream<T>> ask;
    private final Function<T, String> idOf;

    /** @param ask lists the things with the given ids; may leave some out */
    MultiGet(int groupSize, Function<List<String>, Stream<T>> ask, Function<T, String> idOf) {
        this.groupSize = groupSize;
        this.ask = ask;
        this.idOf = idOf;
    }

    /** Ids that are no numbers cannot exist and are not asked for. */
    static List<String> numeric(Collection<String> ids) {
        return ids.stream()
                .filter(id -> NUMBER.matcher(id).matches())
                .distinct()
                .toList();
    }

    Stream<T> all(Collection<String> ids) {
        List<String> wanted = List.copyOf(new LinkedHashSet<>(ids));
        return wanted.stream()
                .gather(Gatherers.windowFixed(groupSize))
                .gather(Gatherers.mapConcurrent(GROUPS_AT_ONCE, this::group))
                .flatMap(List::stream);
    }

    private List<T> group(List<String> ids) {
        try {
            return complete(ids);
        } catch (ConfluenceException e) {
            if (ids.size() == 1 || !(e.getCause() instanceof StreamConstraintsException)) {
                throw e;
            }
            int half = ids.size() / 2;
            return Stream.concat(group(ids.subList(0, half)).stream(), group(ids.subList(half, ids.size())).stream())
                    .toList();
        }
    }

    private List<T> complete(List<String> ids) {
        List<T> found = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(ids);
        int before;
        do {
            before = missing.size();
            ask.apply(List.copyOf(missing)).forEach(item -> {
                if (missing.remove(idOf.apply(item))) {
                    found.add(item);
                }
            });
        } while (!missing.isEmpty() && missing.size() < before);
        return found;
    }
}
