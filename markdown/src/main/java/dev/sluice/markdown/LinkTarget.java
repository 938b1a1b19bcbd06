package dev.sluice.markdown;

/** Where a reference of a page leads. */
public sealed interface LinkTarget {

    /** To a file of the export: its path relative to the destination, unencoded, with {@code /} between the parts. */
    record InExport(String path) implements LinkTarget {}

    /** Out of the export: an absolute address. */
    record OutOfExport(String url) implements LinkTarget {}

    /** Nowhere that is known. */
    record Broken() implements LinkTarget {}
}
