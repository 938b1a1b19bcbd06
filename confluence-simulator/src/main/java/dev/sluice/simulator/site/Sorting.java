package dev.sluice.simulator.site;

import java.util.Comparator;
import java.util.Locale;

/** How a listing is sorted; ties are settled by id. */
public record Sorting(Key key, boolean descending) {

    /** What is compared. */
    public enum Key {
        ID,
        CREATED,
        MODIFIED,
        TITLE
    }

    public static final Sorting BY_ID = new Sorting(Key.ID, false);

    /** The place of an item in a listing that is sorted this way. */
    public Position positionOf(Sortable item) {
        return new Position(
                switch (key) {
                    case ID -> Long.toString(item.id());
                    case CREATED -> Long.toString(item.createdAt());
                    case MODIFIED -> Long.toString(item.modifiedAt());
                    case TITLE -> item.title();
                },
                item.id());
    }

    Comparator<Sortable> comparator() {
        Comparator<Sortable> ascending = switch (key) {
            case ID -> Comparator.comparingLong(Sortable::id);
            case CREATED -> Comparator.comparingLong(Sortable::createdAt);
            case MODIFIED -> Comparator.comparingLong(Sortable::modifiedAt);
            case TITLE -> Comparator.comparing(Sortable::title);
        };
        Comparator<Sortable> settled = ascending.thenComparingLong(Sortable::id);
        return descending ? settled.reversed() : settled;
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.name().toLowerCase(Locale.ROOT);
    }
}
