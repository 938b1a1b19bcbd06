package dev.sluice.confluence;

/** Where a page is. */
public enum Whereabouts {
    IN_USE,
    ARCHIVED,
    IN_TRASH
}
