package dev.sluice.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next to be given as {@code cursor} for the page that follows; null at the end
 */
public record Listed<T>(List<T> items, @Nullable String next) {

    /** Items on a page when nobody says how many. */
    private static final int USUAL = 100;

    private static final int MOST = 1000;

    public Listed {
        items = List.copyOf(items);
    }

    /** How many items were asked for: null when that was not said. */
    public static int limit(@Nullable Integer wanted) {
        int limit = wanted == null ? USUAL : wanted;
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is a number from 1 to %d.".formatted(MOST));
        }
        return limit;
    }

    /** The page out of {@code found}, which were asked for with one more than {@code limit}. */
    public static <T> Listed<T> of(List<T> found, int limit, Function<T, Cursor> after) {
        return found.size() <= limit
                ? new Listed<>(found, null)
                : new Listed<>(
                        found.subList(0, limit),
                        after.apply(found.get(limit - 1)).toString());
    }
}
