package dev.sluice.markdown.document;

/** Where a link or an image leads, before it is written for a flavour. */
public sealed interface Destination {

    /** An address, absolute or as the page had it. */
    record Url(String url) implements Destination {}

    /**
     * A file of the export.
     *
     * @param path relative to the page's folder, unencoded
     * @param fragment a heading or anchor in that file, unencoded; empty when there is none
     */
    record File(String path, String fragment) implements Destination {}

    /** A heading or anchor of the page itself, by the name Confluence uses. */
    record Anchor(String name) implements Destination {}

    /** Nowhere that is known; {@code what} says what was looked for. */
    record Broken(String what) implements Destination {}
}
