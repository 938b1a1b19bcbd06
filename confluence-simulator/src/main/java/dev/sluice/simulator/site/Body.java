package dev.sluice.simulator.site;

/** A page body in storage format; only edits are kept as text. */
public sealed interface Body {

    /** Made up on demand: edition of the page with this place in a generated space. */
    record Generated(int spaceIndex, int ordinal, int edition) implements Body {}

    /** Written by someone. */
    record Stored(String storage) implements Body {}

    /** Another body with text after it. */
    record Appended(Body before, String text) implements Body {}
}
