package dev.sluice.simulator.site;

/** A place in a sorted listing: the sort value and the id of the item before it. */
public record Position(String value, long id) {

    /**
     * An item that stands exactly here.
     *
     * @throws NumberFormatException when the value is no number where the sorting compares numbers
     */
    Sortable probe(Sorting sorting) {
        long number = sorting.key() == Sorting.Key.TITLE ? 0 : Long.parseLong(value);
        return new Probe(id, number, number, value);
    }

    private record Probe(long id, long createdAt, long modifiedAt, String title) implements Sortable {}
}
