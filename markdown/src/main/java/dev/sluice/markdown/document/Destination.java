package dev.sluice.markdown.document;

/** Where a link or an image leads, before it is written for a flavour. */
public sealed interface Destination {

    /** An address, absolute or as the page had it. */
    record Url(String url) implements Destination {}

    /**
     * A file of the export.
     *
     * @param path relative to the page's folder, unencoded
     * @param fragment a heading in that file, by its text; empty when there is none
     * @param id the identifier of the place, when it is known; empty to make it of the fragment
     */
    record File(String path, String fragment, String id) implements Destination {}

    /** A heading or anchor of the page itself, by the name Confluence uses. */
    record Anchor(String name) implements Destination {}

    /** Nowhere that is known; {@code what} says what was looked for. */
    record Broken(String what) implements Destination {}
}
