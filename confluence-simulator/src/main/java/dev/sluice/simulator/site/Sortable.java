package dev.sluice.simulator.site;

/** What listings are sorted by. */
public interface Sortable {

    long id();

    /** Milliseconds since 1970. */
    long createdAt();

    /** Milliseconds since 1970. */
    long modifiedAt();

    String title();
}
